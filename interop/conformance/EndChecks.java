package conformance;

import course.goplugin.Empty;
import course.goplugin.GRPCControllerGrpc;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import lifecycle.ExitStatus;

/// How the plugin ends when its host asks for it. The last checks of their session.
final class EndChecks {
  /// What go-plugin's host grants before it kills.
  private static final Duration GRACE = Duration.ofSeconds(2);

  private static final Duration MOMENT = Duration.ofMillis(300);

  private final Session session;

  EndChecks(Session session) {
    this.session = session;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "stdout-quiet",
            "go-plugin: stdout belongs to the handshake line. What the plugin prints while it"
                + " serves goes over GRPCStdio.",
            this::quiet),
        new Check(
            "shutdown",
            "go-plugin: GRPCController.Shutdown. It answers OK or breaks off (UNAVAILABLE), and"
                + " the process ends within 2 s, open streams or not.",
            this::shutdown),
        new Check(
            "shutdown-code",
            "go-plugin: a plugin that was asked to end returns from main: exit code 0.",
            this::exitCode),
        new Check(
            "socket-removed",
            "go-plugin: the socket's file goes when the listener is closed.",
            this::socketRemoved));
  }

  private Finding quiet() throws IOException, InterruptedException, UnusableException {
    int lineEnd = session.line().text().length() + 1;
    // What is on its way comes within a moment.
    boolean _ = session.trial().stdout().awaitEnd(MOMENT);
    String text = session.trial().stdout().text();
    return text.length() <= lineEnd
        ? Finding.pass("one line and nothing else")
        : Finding.fail(
            "%,d more characters, beginning with: %s",
            text.length() - lineEnd, text.substring(lineEnd).strip());
  }

  private Finding shutdown() throws IOException, InterruptedException, UnusableException {
    Wire wire = session.wire();
    Trial trial = session.trial();
    long begin = System.nanoTime();
    String answer = askToShutDown(wire);
    long left = GRACE.toNanos() - (System.nanoTime() - begin);
    OptionalInt code = trial.awaitExit(Duration.ofNanos(Math.max(0, left)));
    double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3;
    boolean heard = answer.startsWith("OK") || answer.startsWith("UNAVAILABLE");
    return Finding.of(
        heard && code.isPresent(),
        "%s after %.2f s; answer: %s",
        code.isPresent() ? "gone" : "still there",
        seconds,
        answer);
  }

  private static String askToShutDown(Wire wire) {
    try {
      Empty _ =
          GRPCControllerGrpc.newBlockingStub(wire.channel())
              .withDeadlineAfter(GRACE.toMillis(), TimeUnit.MILLISECONDS)
              .shutdown(Empty.getDefaultInstance());
      return "OK";
    } catch (StatusRuntimeException e) {
      return ServiceChecks.shortly(e.getStatus());
    }
  }

  private Finding exitCode() throws IOException, InterruptedException, UnusableException {
    OptionalInt code = ended();
    return Finding.of(code.orElseThrow() == 0, "%s", new ExitStatus(code));
  }

  private Finding socketRemoved() throws IOException, InterruptedException, UnusableException {
    OptionalInt _ = ended();
    String named = session.line().field(4);
    List<Path> files = session.trial().files();
    if (!session.line().field(3).equals("unix")) {
      return Finding.skip("it does not listen on a Unix socket");
    }
    if (Files.exists(Path.of(named))) {
      return Finding.fail("left behind: %s", named);
    }
    return files.isEmpty()
        ? Finding.pass("nothing left behind")
        : Finding.fail("left behind: %s", files);
  }

  private OptionalInt ended() throws IOException, InterruptedException, UnusableException {
    OptionalInt code = session.trial().awaitExit(GRACE);
    if (code.isEmpty()) {
      throw new UnusableException("it has not ended");
    }
    return code;
  }
}
