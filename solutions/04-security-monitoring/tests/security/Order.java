package security;

import com.google.protobuf.StringValue;
import io.grpc.BindableService;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.MethodDescriptor;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A service for tests: two methods, each takes a text and answers with one.
final class Order {
  /// The service's name.
  static final String SERVICE = "test.Order";

  static final MethodDescriptor<StringValue, StringValue> DO = method("Do");
  static final MethodDescriptor<StringValue, StringValue> TELL = method("Tell");

  private Order() {}

  private static MethodDescriptor<StringValue, StringValue> method(String name) {
    return MethodDescriptor.<StringValue, StringValue>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .setRequestMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .setResponseMarshaller(ProtoUtils.marshaller(StringValue.getDefaultInstance()))
        .build();
  }

  static BindableService service(UnaryOperator<String> work) {
    return () ->
        ServerServiceDefinition.builder(SERVICE)
            .addMethod(DO, ServerCalls.asyncUnaryCall((text, answer) -> answer(work, text, answer)))
            .addMethod(
                TELL, ServerCalls.asyncUnaryCall((text, answer) -> answer(work, text, answer)))
            .build();
  }

  private static void answer(
      UnaryOperator<String> work, StringValue text, StreamObserver<StringValue> answer) {
    answer.onNext(StringValue.of(work.apply(text.getValue())));
    answer.onCompleted();
  }

  /// @throws io.grpc.StatusRuntimeException as the call ends
  static String call(
      Channel channel, MethodDescriptor<StringValue, StringValue> method, String text) {
    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS);
    return ClientCalls.blockingUnaryCall(channel, method, options, StringValue.of(text)).getValue();
  }
}
