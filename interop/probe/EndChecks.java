package probe;

import static probe.CheckFailure.expect;

import basics.Network;
import contract.Calculator;
import java.nio.file.Files;
import java.nio.file.Path;
import lifecycle.KillReport;
import lifecycle.PluginClient;
import lifecycle.ReattachConfig;

/// Another host takes the plugin over; then its end.
final class EndChecks {
  private EndChecks() {}

  static void addTo(HostRun run, HostOptions options) {
    // As in go-plugin: a certificate is known to the host that made it, a multiplexed connection
    // is one host's.
    if (!options.autoMtls && !options.mux) {
      run.check("reattach", EndChecks::reattach);
    }
    run.check("kill", EndChecks::kill);
  }

  private static void reattach(ProbeSession session) {
    ReattachConfig running = session.client().reattachConfig();
    PluginClient second = PluginClient.reattach(session.config(), running);
    try {
      Calculator calculator = second.dispense(Agreement.CALCULATOR, Calculator.class);
      expect("3 + 4 over the second host", calculator.add(3, 4), 7.0);
    } finally {
      second.detach();
    }
    expect("3 + 4 after it has let go", session.calculator().add(3, 4), 7.0);
  }

  private static void kill(ProbeSession session) {
    ReattachConfig running = session.client().reattachConfig();
    KillReport report = session.client().kill();
    expect("graceful (%s)".formatted(report.steps()), report.graceful(), true);
    expect("exited", session.client().exited(), true);
    if (running.address().network() == Network.UNIX) {
      expect("a socket is left", Files.exists(Path.of(running.address().address())), false);
    }
  }
}
