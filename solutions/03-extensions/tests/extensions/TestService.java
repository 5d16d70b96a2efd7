package extensions;

import basics.CalculatorClient;
import basics.CalculatorImpl;
import basics.CalculatorService;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DoubleValue;
import com.google.protobuf.Empty;
import com.google.protobuf.Int64Value;
import com.google.protobuf.Message;
import com.google.protobuf.UInt32Value;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A plugin's service for tests: it calls back, it opens streams, it echoes. The host's side of it
/// are the static methods.
final class TestService implements BindableService {
  private static final String NAME = "test.Service";

  private static final MethodDescriptor<UInt32Value, DoubleValue> CALL_BACK =
      method(
          "CallBack",
          MethodType.UNARY,
          UInt32Value.getDefaultInstance(),
          DoubleValue.getDefaultInstance());

  private static final MethodDescriptor<Empty, UInt32Value> OPEN =
      method(
          "Open", MethodType.UNARY, Empty.getDefaultInstance(), UInt32Value.getDefaultInstance());

  private static final MethodDescriptor<Int64Value, Int64Value> ECHO_STREAM =
      method(
          "EchoStream",
          MethodType.BIDI_STREAMING,
          Int64Value.getDefaultInstance(),
          Int64Value.getDefaultInstance());

  private static final MethodDescriptor<BytesValue, BytesValue> ECHO =
      method(
          "Echo",
          MethodType.UNARY,
          BytesValue.getDefaultInstance(),
          BytesValue.getDefaultInstance());

  private final GrpcBroker broker;

  TestService(GrpcBroker broker) {
    this.broker = broker;
  }

  private static <Q extends Message, A extends Message> MethodDescriptor<Q, A> method(
      String name, MethodType type, Q request, A answer) {
    return MethodDescriptor.<Q, A>newBuilder()
        .setType(type)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(NAME, name))
        .setRequestMarshaller(ProtoUtils.marshaller(request))
        .setResponseMarshaller(ProtoUtils.marshaller(answer))
        .build();
  }

  @Override
  public ServerServiceDefinition bindService() {
    return ServerServiceDefinition.builder(NAME)
        .addMethod(CALL_BACK, ServerCalls.asyncUnaryCall(this::callBack))
        .addMethod(OPEN, ServerCalls.asyncUnaryCall(this::open))
        .addMethod(ECHO_STREAM, ServerCalls.asyncBidiStreamingCall(TestService::echoStream))
        .addMethod(ECHO, ServerCalls.asyncUnaryCall(TestService::echo))
        .build();
  }

  private void callBack(UInt32Value streamId, StreamObserver<DoubleValue> answer) {
    double sum;
    try (BrokerConnection connection = broker.dial(streamId.getValue())) {
      sum = sum(connection.channel());
    }
    answer.onNext(DoubleValue.of(sum));
    answer.onCompleted();
  }

  private void open(Empty request, StreamObserver<UInt32Value> answer) {
    int streamId = broker.nextId();
    broker.acceptAndServe(streamId, builder -> builder.addService(calculator()));
    answer.onNext(UInt32Value.of(streamId));
    answer.onCompleted();
  }

  private static StreamObserver<Int64Value> echoStream(StreamObserver<Int64Value> answers) {
    return new StreamObserver<>() {
      @Override
      public void onNext(Int64Value value) {
        answers.onNext(value);
      }

      @Override
      public void onError(Throwable reason) {
        // The host is gone.
      }

      @Override
      public void onCompleted() {
        answers.onCompleted();
      }
    };
  }

  private static void echo(BytesValue request, StreamObserver<BytesValue> answer) {
    answer.onNext(request);
    answer.onCompleted();
  }

  /// A calculator that is ready.
  static CalculatorService calculator() {
    CalculatorImpl calculator = new CalculatorImpl();
    calculator.initialize();
    return new CalculatorService(calculator);
  }

  /// What the calculator at the channel's other end makes of 20 and 22.
  static double sum(Channel calculator) {
    return new CalculatorClient(calculator).add(20, 22);
  }

  /// Lets the plugin dial a stream of the caller's.
  static double callBack(Channel plugin, int streamId) {
    return ClientCalls.blockingUnaryCall(plugin, CALL_BACK, options(), UInt32Value.of(streamId))
        .getValue();
  }

  /// Lets the plugin open a stream.
  static int open(Channel plugin) {
    return ClientCalls.blockingUnaryCall(plugin, OPEN, options(), Empty.getDefaultInstance())
        .getValue();
  }

  static BytesValue echo(Channel plugin, BytesValue bytes) {
    return ClientCalls.blockingUnaryCall(plugin, ECHO, options(), bytes);
  }

  private static CallOptions options() {
    return CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS);
  }

  /// Sends the values over one stream; returns what comes back.
  static List<Long> echoStream(Channel plugin, List<Long> values) throws InterruptedException {
    List<Long> echoes = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch end = new CountDownLatch(1);
    StreamObserver<Int64Value> requests =
        ClientCalls.asyncBidiStreamingCall(
            plugin.newCall(ECHO_STREAM, options()),
            new StreamObserver<>() {
              @Override
              public void onNext(Int64Value value) {
                echoes.add(value.getValue());
              }

              @Override
              public void onError(Throwable reason) {
                end.countDown();
              }

              @Override
              public void onCompleted() {
                end.countDown();
              }
            });
    values.forEach(value -> requests.onNext(Int64Value.of(value)));
    requests.onCompleted();
    if (!end.await(20, TimeUnit.SECONDS)) {
      throw new AssertionError("the stream did not end; echoes so far: " + echoes);
    }
    return List.copyOf(echoes);
  }
}
