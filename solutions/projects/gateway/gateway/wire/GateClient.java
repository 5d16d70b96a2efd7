package gateway.wire;

import course.gateway.v1.CheckRequest;
import course.gateway.v1.CheckResponse;
import course.gateway.v1.GateGrpc;
import course.gateway.v1.GateGrpc.GateBlockingStub;
import gateway.Gate;
import gateway.RequestHead;
import gateway.Verdict;
import io.grpc.Channel;
import java.time.Duration;

/// The host's side of a [Gate] in another process.
public final class GateClient implements Gate {
  private final GateBlockingStub stub;
  private final Duration timeout;

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long a decision may take, more than zero
  public GateClient(Channel channel, Duration timeout) {
    this.stub = GateGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  @Override
  public Verdict check(RequestHead request) {
    CheckRequest message =
        CheckRequest.newBuilder()
            .setMethod(request.method())
            .setPath(request.path())
            .putAllHeaders(request.headers())
            .build();
    return StepCall.make("check", () -> verdict(stub.withDeadlineAfter(timeout).check(message)));
  }

  private static Verdict verdict(CheckResponse response) {
    return switch (response.getVerdictCase()) {
      case PASS -> new Verdict.Pass(response.getPass().getFactsMap());
      case REFUSAL ->
          new Verdict.Refusal(
              response.getRefusal().getStatus(),
              response.getRefusal().getHeadersMap(),
              response.getRefusal().getReason());
      case VERDICT_NOT_SET -> throw new IllegalArgumentException("the verdict is not set");
    };
  }
}
