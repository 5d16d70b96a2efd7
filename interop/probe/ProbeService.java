package probe;

import basics.PluginException;
import com.google.protobuf.ByteString;
import course.probe.v1.CallBackRequest;
import course.probe.v1.CallBackResponse;
import course.probe.v1.LogRequest;
import course.probe.v1.LogResponse;
import course.probe.v1.LookRequest;
import course.probe.v1.LookResponse;
import course.probe.v1.OpenStreamRequest;
import course.probe.v1.OpenStreamResponse;
import course.probe.v1.Operands;
import course.probe.v1.Payload;
import course.probe.v1.ProbeGrpc;
import course.probe.v1.Sum;
import course.probe.v1.WriteRequest;
import course.probe.v1.WriteResponse;
import extensions.BrokerServer;
import extensions.GrpcBroker;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service of `probe.proto`.
final class ProbeService extends ProbeGrpc.ProbeImplBase {
  private static final Logger LOG = LoggerFactory.getLogger("probe");
  private static final int MAX_LOG_LINES = 1_000_000;

  private final int version;
  private final GrpcBroker broker;
  private final Object sideLock = new Object();
  private @Nullable BrokerServer side;

  /// @param version the app protocol version that this service is made for
  /// @param broker the broker of the connection with the host
  ProbeService(int version, GrpcBroker broker) {
    this.version = version;
    this.broker = broker;
  }

  @Override
  public void callBack(CallBackRequest request, StreamObserver<CallBackResponse> answer) {
    reply(
        answer,
        () -> {
          Operands operands = request.getOperands();
          double sum =
              SideCalculator.addOver(
                  broker, request.getStreamId(), operands.getLeft(), operands.getRight());
          return CallBackResponse.newBuilder().setSum(sum).build();
        });
  }

  @Override
  public void openStream(OpenStreamRequest request, StreamObserver<OpenStreamResponse> answer) {
    reply(answer, () -> OpenStreamResponse.newBuilder().setStreamId(openSide().streamId()).build());
  }

  private BrokerServer openSide() {
    synchronized (sideLock) {
      if (side != null) {
        side.close();
      }
      side = SideCalculator.serve(broker);
      return side;
    }
  }

  @Override
  public StreamObserver<Operands> accumulate(StreamObserver<Sum> answer) {
    return new StreamObserver<>() {
      private double sum;

      @Override
      public void onNext(Operands operands) {
        sum += operands.getLeft() + operands.getRight();
        answer.onNext(Sum.newBuilder().setValue(sum).build());
      }

      @Override
      public void onError(Throwable reason) {
        // The host has cancelled the call: there is no one to answer.
      }

      @Override
      public void onCompleted() {
        answer.onCompleted();
      }
    };
  }

  @Override
  public void echo(Payload request, StreamObserver<Payload> answer) {
    reply(answer, () -> request);
  }

  @Override
  public void write(WriteRequest request, StreamObserver<WriteResponse> answer) {
    reply(
        answer,
        () -> {
          PrintStream stream =
              request.getChannel() == WriteRequest.Channel.STDERR ? System.err : System.out;
          ByteString data = request.getData();
          stream.write(data.toByteArray(), 0, data.size());
          stream.flush();
          return WriteResponse.getDefaultInstance();
        });
  }

  @Override
  public void log(LogRequest request, StreamObserver<LogResponse> answer) {
    int lines = request.getLines();
    int length = request.getLineBytes();
    if (lines < 0 || lines > MAX_LOG_LINES || length < 1) {
      answer.onError(
          Status.INVALID_ARGUMENT
              .withDescription("lines %d, line_bytes %d: out of range".formatted(lines, length))
              .asRuntimeException());
      return;
    }
    for (int i = 1; i <= lines; i++) {
      String number = String.valueOf(i);
      LOG.info("{}{}", number, ".".repeat(Math.max(0, length - number.length())));
    }
    reply(answer, LogResponse::getDefaultInstance);
  }

  @Override
  public void look(LookRequest request, StreamObserver<LookResponse> answer) {
    reply(
        answer,
        () ->
            LookResponse.newBuilder()
                .setPid(ProcessHandle.current().pid())
                .setAppVersion(version)
                .setLanguage("java")
                .addAllEnvironmentNames(System.getenv().keySet())
                .build());
  }

  private static <T> void reply(StreamObserver<T> answer, Supplier<T> work) {
    T message;
    try {
      message = work.get();
    } catch (PluginException e) {
      answer.onError(Status.UNAVAILABLE.withDescription(e.getMessage()).asRuntimeException());
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }
}
