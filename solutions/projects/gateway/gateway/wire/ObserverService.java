package gateway.wire;

import course.gateway.v1.ObserverGrpc;
import course.gateway.v1.ReportRequest;
import course.gateway.v1.ReportResponse;
import gateway.Observer;
import io.grpc.stub.StreamObserver;

/// The plugin's side of an [Observer].
public final class ObserverService extends ObserverGrpc.ObserverImplBase {
  private final Observer observer;

  /// @param observer takes note
  public ObserverService(Observer observer) {
    this.observer = observer;
  }

  @Override
  public void report(ReportRequest request, StreamObserver<ReportResponse> answer) {
    observer.report(request.getPassagesList().stream().map(PassageMessages::read).toList());
    answer.onNext(ReportResponse.getDefaultInstance());
    answer.onCompleted();
  }
}
