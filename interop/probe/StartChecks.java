package probe;

import static probe.CheckFailure.expect;

import basics.Network;
import course.probe.v1.LookRequest;
import course.probe.v1.LookResponse;
import java.util.Collections;

/// What host and plugin have agreed on.
final class StartChecks {
  private StartChecks() {}

  static void addTo(HostRun run, HostOptions options) {
    run.check("version", session -> version(session, options));
    run.check("network", session -> network(session, options));
    run.check("ping", ProbeSession::ping);
    run.check("look", StartChecks::look);
  }

  private static void version(ProbeSession session, HostOptions options) {
    int highest = Collections.max(options.versions);
    expect("the version", session.client().negotiatedVersion(), highest);
    LookResponse seen = session.probe().look(LookRequest.getDefaultInstance());
    expect("the version that the service was made for", seen.getAppVersion(), highest);
  }

  private static void network(ProbeSession session, HostOptions options) {
    Network expected = options.expectTcp ? Network.TCP : Network.UNIX;
    expect("the network", session.client().reattachConfig().address().network(), expected);
  }

  private static void look(ProbeSession session) {
    LookResponse seen = session.probe().look(LookRequest.getDefaultInstance());
    expect("the pid", String.valueOf(seen.getPid()), session.client().id().orElse("of no process"));
  }
}
