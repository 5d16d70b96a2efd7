package gateway.wire;

import course.gateway.v1.MetricsPageGrpc;
import course.gateway.v1.ReadRequest;
import course.gateway.v1.ReadResponse;
import gateway.MetricsPage;
import io.grpc.stub.StreamObserver;

/// The plugin's side of a [MetricsPage].
public final class MetricsPageService extends MetricsPageGrpc.MetricsPageImplBase {
  private final MetricsPage page;

  /// @param page has the figures
  public MetricsPageService(MetricsPage page) {
    this.page = page;
  }

  @Override
  public void read(ReadRequest request, StreamObserver<ReadResponse> answer) {
    answer.onNext(ReadResponse.newBuilder().setText(page.text()).build());
    answer.onCompleted();
  }
}
