package probe;

import static probe.CheckFailure.expect;

import com.google.protobuf.ByteString;
import course.probe.v1.Operands;
import course.probe.v1.Payload;
import course.probe.v1.ProbeGrpc;
import course.probe.v1.Sum;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.BlockingClientCall;
import java.util.Random;

/// Large messages and streams.
final class MessageChecks {
  private static final int MIB = 1 << 20;
  private static final long SEED = 20_261_124;

  private MessageChecks() {}

  static void addTo(HostRun run) {
    run.check("stream", MessageChecks::stream);
    run.check("echo-small", session -> echo(session, 1));
    run.check("echo-1MiB", session -> echo(session, MIB));
    run.check("echo-below-limit", session -> echo(session, session.messageLimitBytes() - 100_000));
    run.check("echo-over-limit", MessageChecks::echoOverTheLimit);
  }

  private static void stream(ProbeSession session) throws Exception {
    BlockingClientCall<Operands, Sum> call =
        ProbeGrpc.newBlockingV2Stub(session.channel()).accumulate();
    double sum = 0;
    for (int i = 1; i <= 200; i++) {
      call.write(Operands.newBuilder().setLeft(i).setRight(0.5).build());
      sum += i + 0.5;
      Sum answer = call.read();
      if (answer == null) {
        throw new CheckFailure("the stream ended after %d answers".formatted(i - 1));
      }
      expect("the sum so far", answer.getValue(), sum);
    }
    call.halfClose();
    expect("the stream ends", call.read() == null, true);
  }

  private static void echo(ProbeSession session, int length) {
    byte[] bytes = new byte[length];
    new Random(SEED).nextBytes(bytes);
    ByteString sent = ByteString.copyFrom(bytes);
    Payload answer = session.probe().echo(Payload.newBuilder().setData(sent).build());
    expect("the answer's bytes are those sent", answer.getData().equals(sent), true);
  }

  private static void echoOverTheLimit(ProbeSession session) {
    int length = session.messageLimitBytes() + MIB;
    try {
      echo(session, length);
    } catch (StatusRuntimeException e) {
      expect("the status", e.getStatus().getCode(), Status.Code.RESOURCE_EXHAUSTED);
      String text = String.valueOf(e.getStatus().getDescription());
      expect(
          "\"%s\" names the limit".formatted(text),
          text.contains(String.valueOf(session.messageLimitBytes())),
          true);
      return;
    }
    throw new CheckFailure("%d bytes were taken".formatted(length));
  }
}
