package probe;

import static probe.CheckFailure.expect;

import com.google.protobuf.ByteString;
import course.probe.v1.LogRequest;
import course.probe.v1.WriteRequest;
import java.util.Arrays;
import java.util.Random;

/// What the plugin writes and logs while it serves.
final class OutputChecks {
  private static final int BYTES = 200_000;
  private static final int LINES = 10_000;
  private static final int LINE_BYTES = 80;

  private OutputChecks() {}

  static void addTo(HostRun run) {
    run.check("stdio-stdout", session -> writes(session, WriteRequest.Channel.STDOUT));
    run.check("stdio-stderr", session -> writes(session, WriteRequest.Channel.STDERR));
    run.check("logs", OutputChecks::logs);
  }

  private static void writes(ProbeSession session, WriteRequest.Channel channel)
      throws InterruptedException {
    Recorder recorder =
        channel == WriteRequest.Channel.STDOUT ? session.stdout() : session.stderr();
    int before = recorder.size();
    byte[] bytes = new byte[BYTES];
    new Random(channel.getNumber()).nextBytes(bytes);
    var ignored =
        session
            .probe()
            .write(
                WriteRequest.newBuilder()
                    .setChannel(channel)
                    .setData(ByteString.copyFrom(bytes))
                    .build());
    byte[] arrived = recorder.await(before, BYTES, session.timeout());
    expect("the bytes that arrive are those written", Arrays.equals(arrived, bytes), true);
  }

  private static void logs(ProbeSession session) throws InterruptedException {
    int before = session.logLines().size();
    var ignored =
        session
            .probe()
            .log(LogRequest.newBuilder().setLines(LINES).setLineBytes(LINE_BYTES).build());
    session.logLines().await(before + LINES, session.timeout());
    for (int i = 0; i < LINES; i++) {
      String number = String.valueOf(i + 1);
      String expected = "INFO " + number + ".".repeat(LINE_BYTES - number.length());
      expect("log line " + number, session.logLines().get(before + i), expected);
    }
  }
}
