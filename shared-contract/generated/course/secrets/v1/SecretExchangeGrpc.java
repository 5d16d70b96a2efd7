package course.secrets.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The host's side, on a side connection that is open as long as the call that offers.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class SecretExchangeGrpc {

  private SecretExchangeGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.secrets.v1.SecretExchange";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.secrets.v1.ExchangeRequest,
      course.secrets.v1.ExchangeResponse> getExchangeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Exchange",
      requestType = course.secrets.v1.ExchangeRequest.class,
      responseType = course.secrets.v1.ExchangeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.secrets.v1.ExchangeRequest,
      course.secrets.v1.ExchangeResponse> getExchangeMethod() {
    io.grpc.MethodDescriptor<course.secrets.v1.ExchangeRequest, course.secrets.v1.ExchangeResponse> getExchangeMethod;
    if ((getExchangeMethod = SecretExchangeGrpc.getExchangeMethod) == null) {
      synchronized (SecretExchangeGrpc.class) {
        if ((getExchangeMethod = SecretExchangeGrpc.getExchangeMethod) == null) {
          SecretExchangeGrpc.getExchangeMethod = getExchangeMethod =
              io.grpc.MethodDescriptor.<course.secrets.v1.ExchangeRequest, course.secrets.v1.ExchangeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Exchange"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.secrets.v1.ExchangeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.secrets.v1.ExchangeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecretExchangeMethodDescriptorSupplier("Exchange"))
              .build();
        }
      }
    }
    return getExchangeMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static SecretExchangeStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretExchangeStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretExchangeStub>() {
        @java.lang.Override
        public SecretExchangeStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretExchangeStub(channel, callOptions);
        }
      };
    return SecretExchangeStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static SecretExchangeBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretExchangeBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretExchangeBlockingV2Stub>() {
        @java.lang.Override
        public SecretExchangeBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretExchangeBlockingV2Stub(channel, callOptions);
        }
      };
    return SecretExchangeBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static SecretExchangeBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretExchangeBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretExchangeBlockingStub>() {
        @java.lang.Override
        public SecretExchangeBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretExchangeBlockingStub(channel, callOptions);
        }
      };
    return SecretExchangeBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static SecretExchangeFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretExchangeFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretExchangeFutureStub>() {
        @java.lang.Override
        public SecretExchangeFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretExchangeFutureStub(channel, callOptions);
        }
      };
    return SecretExchangeFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The host's side, on a side connection that is open as long as the call that offers.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Takes the token, which is worth nothing from then on, whatever the answer.
     * </pre>
     */
    default void exchange(course.secrets.v1.ExchangeRequest request,
        io.grpc.stub.StreamObserver<course.secrets.v1.ExchangeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getExchangeMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service SecretExchange.
   * <pre>
   * The host's side, on a side connection that is open as long as the call that offers.
   * </pre>
   */
  public static abstract class SecretExchangeImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return SecretExchangeGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service SecretExchange.
   * <pre>
   * The host's side, on a side connection that is open as long as the call that offers.
   * </pre>
   */
  public static final class SecretExchangeStub
      extends io.grpc.stub.AbstractAsyncStub<SecretExchangeStub> {
    private SecretExchangeStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretExchangeStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretExchangeStub(channel, callOptions);
    }

    /**
     * <pre>
     * Takes the token, which is worth nothing from then on, whatever the answer.
     * </pre>
     */
    public void exchange(course.secrets.v1.ExchangeRequest request,
        io.grpc.stub.StreamObserver<course.secrets.v1.ExchangeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getExchangeMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service SecretExchange.
   * <pre>
   * The host's side, on a side connection that is open as long as the call that offers.
   * </pre>
   */
  public static final class SecretExchangeBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<SecretExchangeBlockingV2Stub> {
    private SecretExchangeBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretExchangeBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretExchangeBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Takes the token, which is worth nothing from then on, whatever the answer.
     * </pre>
     */
    public course.secrets.v1.ExchangeResponse exchange(course.secrets.v1.ExchangeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getExchangeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service SecretExchange.
   * <pre>
   * The host's side, on a side connection that is open as long as the call that offers.
   * </pre>
   */
  public static final class SecretExchangeBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<SecretExchangeBlockingStub> {
    private SecretExchangeBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretExchangeBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretExchangeBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Takes the token, which is worth nothing from then on, whatever the answer.
     * </pre>
     */
    public course.secrets.v1.ExchangeResponse exchange(course.secrets.v1.ExchangeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getExchangeMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service SecretExchange.
   * <pre>
   * The host's side, on a side connection that is open as long as the call that offers.
   * </pre>
   */
  public static final class SecretExchangeFutureStub
      extends io.grpc.stub.AbstractFutureStub<SecretExchangeFutureStub> {
    private SecretExchangeFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretExchangeFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretExchangeFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Takes the token, which is worth nothing from then on, whatever the answer.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.secrets.v1.ExchangeResponse> exchange(
        course.secrets.v1.ExchangeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getExchangeMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_EXCHANGE = 0;

  private static final class MethodHandlers<Req, Resp> implements
      io.grpc.stub.ServerCalls.UnaryMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ServerStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.ClientStreamingMethod<Req, Resp>,
      io.grpc.stub.ServerCalls.BidiStreamingMethod<Req, Resp> {
    private final AsyncService serviceImpl;
    private final int methodId;

    MethodHandlers(AsyncService serviceImpl, int methodId) {
      this.serviceImpl = serviceImpl;
      this.methodId = methodId;
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public void invoke(Req request, io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        case METHODID_EXCHANGE:
          serviceImpl.exchange((course.secrets.v1.ExchangeRequest) request,
              (io.grpc.stub.StreamObserver<course.secrets.v1.ExchangeResponse>) responseObserver);
          break;
        default:
          throw new AssertionError();
      }
    }

    @java.lang.Override
    @java.lang.SuppressWarnings("unchecked")
    public io.grpc.stub.StreamObserver<Req> invoke(
        io.grpc.stub.StreamObserver<Resp> responseObserver) {
      switch (methodId) {
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getExchangeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.secrets.v1.ExchangeRequest,
              course.secrets.v1.ExchangeResponse>(
                service, METHODID_EXCHANGE)))
        .build();
  }

  private static abstract class SecretExchangeBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    SecretExchangeBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.secrets.v1.SecretsProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("SecretExchange");
    }
  }

  private static final class SecretExchangeFileDescriptorSupplier
      extends SecretExchangeBaseDescriptorSupplier {
    SecretExchangeFileDescriptorSupplier() {}
  }

  private static final class SecretExchangeMethodDescriptorSupplier
      extends SecretExchangeBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    SecretExchangeMethodDescriptorSupplier(java.lang.String methodName) {
      this.methodName = methodName;
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.MethodDescriptor getMethodDescriptor() {
      return getServiceDescriptor().findMethodByName(methodName);
    }
  }

  private static volatile io.grpc.ServiceDescriptor serviceDescriptor;

  public static io.grpc.ServiceDescriptor getServiceDescriptor() {
    io.grpc.ServiceDescriptor result = serviceDescriptor;
    if (result == null) {
      synchronized (SecretExchangeGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new SecretExchangeFileDescriptorSupplier())
              .addMethod(getExchangeMethod())
              .build();
        }
      }
    }
    return result;
  }
}
