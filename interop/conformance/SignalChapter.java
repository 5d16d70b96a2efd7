package conformance;

import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import lifecycle.ExitStatus;

/// What the plugin does when a terminal, the system or its stdin tells it something.
final class SignalChapter implements Chapter {
  private static final Duration MOMENT = Duration.ofMillis(400);
  private static final Duration LIMIT = Duration.ofSeconds(3);

  /// More than a pipe holds.
  private static final int STDIN_BYTES = 256 * 1024;

  private final Subject subject;
  private final Session session;

  SignalChapter(Subject subject) {
    this.subject = subject;
    this.session = new Session(subject, environment -> {});
  }

  @Override
  public List<Check> checks() {
    return List.of(
        new Check(
            "stdin-unread",
            "go-plugin: the plugin inherits the host's stdin, and it is the host's to read.",
            this::stdinUnread),
        new Check(
            "stdin-end",
            "go-plugin: the host's stdin may be /dev/null. Its end is not the plugin's end.",
            this::stdinEnd),
        new Check(
            "sigint",
            "go-plugin: a terminal sends SIGINT to host and plugins alike; the host decides when"
                + " its plugins end, so a plugin ignores it.",
            this::interrupt),
        new Check(
            "sigterm", "Beyond go-plugin: SIGTERM ends the plugin within 3 s.", this::terminate),
        new Check(
            "host-death",
            "Beyond go-plugin, whose plugins live on: a plugin ends when its host is killed.",
            this::hostDeath));
  }

  private Finding stdinUnread() throws IOException, InterruptedException, UnusableException {
    requireLine();
    OutputStream stdin = session.trial().stdin();
    Thread writer = Thread.ofVirtual().start(() -> write(stdin));
    boolean taken = writer.join(MOMENT);
    return taken
        ? Finding.note("it reads its stdin: the host's input is lost to it")
        : Finding.pass("what stands in stdin stays there");
  }

  private static void write(OutputStream stdin) {
    try {
      stdin.write(new byte[STDIN_BYTES]);
      stdin.flush();
    } catch (IOException ignored) {
      // The process has ended, or its stdin was closed: no one read on.
    }
  }

  private Finding stdinEnd() throws IOException, InterruptedException, UnusableException {
    try (Session own = new Session(subject, environment -> {})) {
      RawLine _ = own.line();
      own.trial().stdin().close();
      OptionalInt code = own.trial().awaitExit(MOMENT);
      return code.isEmpty()
          ? Finding.pass("it goes on")
          : Finding.fail("it ended with its stdin: %s", new ExitStatus(code));
    }
  }

  private Finding interrupt() throws IOException, InterruptedException, UnusableException {
    requireLine();
    session.trial().signal("INT");
    OptionalInt code = session.trial().awaitExit(MOMENT);
    if (code.isPresent()) {
      return Finding.fail("SIGINT ended it: %s", new ExitStatus(code));
    }
    try {
      HealthCheckResponse.ServingStatus status =
          HealthGrpc.newBlockingStub(session.wire().channel())
              .withDeadlineAfter(subject.timeout().toMillis(), TimeUnit.MILLISECONDS)
              .check(HealthCheckRequest.newBuilder().setService("plugin").build())
              .getStatus();
      return Finding.pass("it goes on, and is %s", status);
    } catch (StatusRuntimeException e) {
      return Finding.fail("it runs on, but: %s", ServiceChecks.shortly(e.getStatus()));
    }
  }

  private Finding terminate() throws IOException, InterruptedException, UnusableException {
    requireLine();
    if (!session.trial().isAlive()) {
      throw new UnusableException("it has ended already");
    }
    long begin = System.nanoTime();
    session.trial().signal("TERM");
    OptionalInt code = session.trial().awaitExit(LIMIT);
    if (code.isEmpty()) {
      return Finding.fail("it runs on after %d s", LIMIT.toSeconds());
    }
    boolean left = !session.trial().files().isEmpty();
    return Finding.pass(
        "%s after %.2f s%s",
        new ExitStatus(code),
        Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3,
        left ? "; its socket is left" : "");
  }

  /// A shell is the host here: it starts the plugin and is killed.
  private Finding hostDeath() throws IOException, InterruptedException, UnusableException {
    List<String> host = new ArrayList<>(List.of("/bin/sh", "-c", "\"$@\" & wait", "sh"));
    host.addAll(subject.command());
    try (Trial trial = Trial.start(host, subject::giveTo)) {
      if (trial.stdout().firstLine(subject.timeout()).isEmpty()) {
        throw new UnusableException("no handshake line");
      }
      List<ProcessHandle> plugin = trial.descendants();
      trial.signal("KILL");
      try {
        return judge(plugin);
      } finally {
        plugin.forEach(ProcessHandle::destroyForcibly);
      }
    }
  }

  private static Finding judge(List<ProcessHandle> plugin) throws InterruptedException {
    long begin = System.nanoTime();
    while (plugin.stream().anyMatch(ProcessHandle::isAlive)) {
      if (System.nanoTime() - begin > LIMIT.toNanos()) {
        return Finding.note("it lives on, an orphan, %d s later", LIMIT.toSeconds());
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
    return Finding.note("it ends %.1f s after its host", seconds);
  }

  private void requireLine() throws IOException, InterruptedException, UnusableException {
    RawLine _ = session.line();
  }

  @Override
  public void close() {
    session.close();
  }
}
