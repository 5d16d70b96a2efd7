package plugin.__package__;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import plugin.__package__.v1.GreetRequest;
import plugin.__package__.v1.GreetResponse;
import plugin.__package__.v1.__Type__ServiceGrpc;

/// The plugin's side of the contract: takes a remote call, asks the contract, sends its answer.
public final class __Type__Service extends __Type__ServiceGrpc.__Type__ServiceImplBase {
  private final __Type__Contract contract;

  /// @param contract does the work
  public __Type__Service(__Type__Contract contract) {
    this.contract = contract;
  }

  @Override
  public void greet(GreetRequest request, StreamObserver<GreetResponse> answer) {
    String greeting;
    try {
      greeting = contract.greet(request.getName());
    } catch (IllegalArgumentException e) {
      answer.onError(
          Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
      return;
    }
    answer.onNext(GreetResponse.newBuilder().setGreeting(greeting).build());
    answer.onCompleted();
  }
}
