package course.secrets.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 * <pre>
 * The plugin's side, on the main connection.
 * </pre>
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class SecretInboxGrpc {

  private SecretInboxGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.secrets.v1.SecretInbox";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.secrets.v1.OfferRequest,
      course.secrets.v1.OfferResponse> getOfferMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Offer",
      requestType = course.secrets.v1.OfferRequest.class,
      responseType = course.secrets.v1.OfferResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.secrets.v1.OfferRequest,
      course.secrets.v1.OfferResponse> getOfferMethod() {
    io.grpc.MethodDescriptor<course.secrets.v1.OfferRequest, course.secrets.v1.OfferResponse> getOfferMethod;
    if ((getOfferMethod = SecretInboxGrpc.getOfferMethod) == null) {
      synchronized (SecretInboxGrpc.class) {
        if ((getOfferMethod = SecretInboxGrpc.getOfferMethod) == null) {
          SecretInboxGrpc.getOfferMethod = getOfferMethod =
              io.grpc.MethodDescriptor.<course.secrets.v1.OfferRequest, course.secrets.v1.OfferResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Offer"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.secrets.v1.OfferRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.secrets.v1.OfferResponse.getDefaultInstance()))
              .setSchemaDescriptor(new SecretInboxMethodDescriptorSupplier("Offer"))
              .build();
        }
      }
    }
    return getOfferMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static SecretInboxStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretInboxStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretInboxStub>() {
        @java.lang.Override
        public SecretInboxStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretInboxStub(channel, callOptions);
        }
      };
    return SecretInboxStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static SecretInboxBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretInboxBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretInboxBlockingV2Stub>() {
        @java.lang.Override
        public SecretInboxBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretInboxBlockingV2Stub(channel, callOptions);
        }
      };
    return SecretInboxBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static SecretInboxBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretInboxBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretInboxBlockingStub>() {
        @java.lang.Override
        public SecretInboxBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretInboxBlockingStub(channel, callOptions);
        }
      };
    return SecretInboxBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static SecretInboxFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<SecretInboxFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<SecretInboxFutureStub>() {
        @java.lang.Override
        public SecretInboxFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new SecretInboxFutureStub(channel, callOptions);
        }
      };
    return SecretInboxFutureStub.newStub(factory, channel);
  }

  /**
   * <pre>
   * The plugin's side, on the main connection.
   * </pre>
   */
  public interface AsyncService {

    /**
     * <pre>
     * Tells that the host has a secret. The plugin has it when it answers.
     * </pre>
     */
    default void offer(course.secrets.v1.OfferRequest request,
        io.grpc.stub.StreamObserver<course.secrets.v1.OfferResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getOfferMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service SecretInbox.
   * <pre>
   * The plugin's side, on the main connection.
   * </pre>
   */
  public static abstract class SecretInboxImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return SecretInboxGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service SecretInbox.
   * <pre>
   * The plugin's side, on the main connection.
   * </pre>
   */
  public static final class SecretInboxStub
      extends io.grpc.stub.AbstractAsyncStub<SecretInboxStub> {
    private SecretInboxStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretInboxStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretInboxStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells that the host has a secret. The plugin has it when it answers.
     * </pre>
     */
    public void offer(course.secrets.v1.OfferRequest request,
        io.grpc.stub.StreamObserver<course.secrets.v1.OfferResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getOfferMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service SecretInbox.
   * <pre>
   * The plugin's side, on the main connection.
   * </pre>
   */
  public static final class SecretInboxBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<SecretInboxBlockingV2Stub> {
    private SecretInboxBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretInboxBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretInboxBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells that the host has a secret. The plugin has it when it answers.
     * </pre>
     */
    public course.secrets.v1.OfferResponse offer(course.secrets.v1.OfferRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getOfferMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service SecretInbox.
   * <pre>
   * The plugin's side, on the main connection.
   * </pre>
   */
  public static final class SecretInboxBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<SecretInboxBlockingStub> {
    private SecretInboxBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretInboxBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretInboxBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells that the host has a secret. The plugin has it when it answers.
     * </pre>
     */
    public course.secrets.v1.OfferResponse offer(course.secrets.v1.OfferRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getOfferMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service SecretInbox.
   * <pre>
   * The plugin's side, on the main connection.
   * </pre>
   */
  public static final class SecretInboxFutureStub
      extends io.grpc.stub.AbstractFutureStub<SecretInboxFutureStub> {
    private SecretInboxFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected SecretInboxFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new SecretInboxFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells that the host has a secret. The plugin has it when it answers.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.secrets.v1.OfferResponse> offer(
        course.secrets.v1.OfferRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getOfferMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_OFFER = 0;

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
        case METHODID_OFFER:
          serviceImpl.offer((course.secrets.v1.OfferRequest) request,
              (io.grpc.stub.StreamObserver<course.secrets.v1.OfferResponse>) responseObserver);
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
          getOfferMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.secrets.v1.OfferRequest,
              course.secrets.v1.OfferResponse>(
                service, METHODID_OFFER)))
        .build();
  }

  private static abstract class SecretInboxBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    SecretInboxBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.secrets.v1.SecretsProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("SecretInbox");
    }
  }

  private static final class SecretInboxFileDescriptorSupplier
      extends SecretInboxBaseDescriptorSupplier {
    SecretInboxFileDescriptorSupplier() {}
  }

  private static final class SecretInboxMethodDescriptorSupplier
      extends SecretInboxBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    SecretInboxMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (SecretInboxGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new SecretInboxFileDescriptorSupplier())
              .addMethod(getOfferMethod())
              .build();
        }
      }
    }
    return result;
  }
}
