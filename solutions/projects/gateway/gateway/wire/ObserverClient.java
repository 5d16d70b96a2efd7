package gateway.wire;

import course.gateway.v1.ObserverGrpc;
import course.gateway.v1.ObserverGrpc.ObserverBlockingStub;
import course.gateway.v1.ReportRequest;
import course.gateway.v1.ReportResponse;
import gateway.Observer;
import gateway.Passage;
import io.grpc.Channel;
import java.time.Duration;
import java.util.List;

/// The host's side of an [Observer] in another process.
public final class ObserverClient implements Observer {
  private final ObserverBlockingStub stub;
  private final Duration timeout;

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long a report may take, more than zero
  public ObserverClient(Channel channel, Duration timeout) {
    this.stub = ObserverGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  @Override
  public void report(List<Passage> passages) {
    ReportRequest.Builder request = ReportRequest.newBuilder();
    passages.forEach(passage -> request.addPassages(PassageMessages.write(passage)));
    ReportRequest message = request.build();
    ReportResponse ignored =
        StepCall.make("report", () -> stub.withDeadlineAfter(timeout).report(message));
  }
}
