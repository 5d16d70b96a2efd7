package gateway.wire;

import course.gateway.v1.MetricsPageGrpc;
import course.gateway.v1.MetricsPageGrpc.MetricsPageBlockingStub;
import course.gateway.v1.ReadRequest;
import gateway.MetricsPage;
import io.grpc.Channel;
import java.time.Duration;

/// The host's side of a [MetricsPage] in another process.
public final class MetricsPageClient implements MetricsPage {
  private final MetricsPageBlockingStub stub;
  private final Duration timeout;

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long the answer may take, more than zero
  public MetricsPageClient(Channel channel, Duration timeout) {
    this.stub = MetricsPageGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  @Override
  public String text() {
    ReadRequest request = ReadRequest.getDefaultInstance();
    return StepCall.make("read", () -> stub.withDeadlineAfter(timeout).read(request).getText());
  }
}
