package gateway.wire;

import course.gateway.v1.CheckRequest;
import course.gateway.v1.CheckResponse;
import course.gateway.v1.GateGrpc;
import course.gateway.v1.Pass;
import course.gateway.v1.Refusal;
import gateway.Gate;
import gateway.RequestHead;
import gateway.Verdict;
import io.grpc.stub.StreamObserver;

/// The plugin's side of a [Gate].
public final class GateService extends GateGrpc.GateImplBase {
  private final Gate gate;

  /// @param gate decides
  public GateService(Gate gate) {
    this.gate = gate;
  }

  @Override
  public void check(CheckRequest request, StreamObserver<CheckResponse> answer) {
    Verdict verdict =
        gate.check(
            new RequestHead(request.getMethod(), request.getPath(), request.getHeadersMap()));
    answer.onNext(message(verdict));
    answer.onCompleted();
  }

  private static CheckResponse message(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass pass ->
          CheckResponse.newBuilder().setPass(Pass.newBuilder().putAllFacts(pass.facts())).build();
      case Verdict.Refusal refusal ->
          CheckResponse.newBuilder()
              .setRefusal(
                  Refusal.newBuilder()
                      .setStatus(refusal.status())
                      .putAllHeaders(refusal.headers())
                      .setReason(refusal.reason()))
              .build();
    };
  }
}
