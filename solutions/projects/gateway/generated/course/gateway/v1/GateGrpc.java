package course.gateway.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class GateGrpc {

  private GateGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.gateway.v1.Gate";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.gateway.v1.CheckRequest,
      course.gateway.v1.CheckResponse> getCheckMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Check",
      requestType = course.gateway.v1.CheckRequest.class,
      responseType = course.gateway.v1.CheckResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.gateway.v1.CheckRequest,
      course.gateway.v1.CheckResponse> getCheckMethod() {
    io.grpc.MethodDescriptor<course.gateway.v1.CheckRequest, course.gateway.v1.CheckResponse> getCheckMethod;
    if ((getCheckMethod = GateGrpc.getCheckMethod) == null) {
      synchronized (GateGrpc.class) {
        if ((getCheckMethod = GateGrpc.getCheckMethod) == null) {
          GateGrpc.getCheckMethod = getCheckMethod =
              io.grpc.MethodDescriptor.<course.gateway.v1.CheckRequest, course.gateway.v1.CheckResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Check"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.gateway.v1.CheckRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.gateway.v1.CheckResponse.getDefaultInstance()))
              .setSchemaDescriptor(new GateMethodDescriptorSupplier("Check"))
              .build();
        }
      }
    }
    return getCheckMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static GateStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GateStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GateStub>() {
        @java.lang.Override
        public GateStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GateStub(channel, callOptions);
        }
      };
    return GateStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static GateBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GateBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GateBlockingV2Stub>() {
        @java.lang.Override
        public GateBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GateBlockingV2Stub(channel, callOptions);
        }
      };
    return GateBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static GateBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GateBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GateBlockingStub>() {
        @java.lang.Override
        public GateBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GateBlockingStub(channel, callOptions);
        }
      };
    return GateBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static GateFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<GateFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<GateFutureStub>() {
        @java.lang.Override
        public GateFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new GateFutureStub(channel, callOptions);
        }
      };
    return GateFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * Says whether a request may go on. A refusal is an answer, not an error.
     * </pre>
     */
    default void check(course.gateway.v1.CheckRequest request,
        io.grpc.stub.StreamObserver<course.gateway.v1.CheckResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCheckMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Gate.
   */
  public static abstract class GateImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return GateGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Gate.
   */
  public static final class GateStub
      extends io.grpc.stub.AbstractAsyncStub<GateStub> {
    private GateStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GateStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GateStub(channel, callOptions);
    }

    /**
     * <pre>
     * Says whether a request may go on. A refusal is an answer, not an error.
     * </pre>
     */
    public void check(course.gateway.v1.CheckRequest request,
        io.grpc.stub.StreamObserver<course.gateway.v1.CheckResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCheckMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Gate.
   */
  public static final class GateBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<GateBlockingV2Stub> {
    private GateBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GateBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GateBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Says whether a request may go on. A refusal is an answer, not an error.
     * </pre>
     */
    public course.gateway.v1.CheckResponse check(course.gateway.v1.CheckRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCheckMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Gate.
   */
  public static final class GateBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<GateBlockingStub> {
    private GateBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GateBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GateBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Says whether a request may go on. A refusal is an answer, not an error.
     * </pre>
     */
    public course.gateway.v1.CheckResponse check(course.gateway.v1.CheckRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCheckMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Gate.
   */
  public static final class GateFutureStub
      extends io.grpc.stub.AbstractFutureStub<GateFutureStub> {
    private GateFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected GateFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new GateFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Says whether a request may go on. A refusal is an answer, not an error.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.gateway.v1.CheckResponse> check(
        course.gateway.v1.CheckRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCheckMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CHECK = 0;

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
        case METHODID_CHECK:
          serviceImpl.check((course.gateway.v1.CheckRequest) request,
              (io.grpc.stub.StreamObserver<course.gateway.v1.CheckResponse>) responseObserver);
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
          getCheckMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.gateway.v1.CheckRequest,
              course.gateway.v1.CheckResponse>(
                service, METHODID_CHECK)))
        .build();
  }

  private static abstract class GateBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    GateBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.gateway.v1.GatewayProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Gate");
    }
  }

  private static final class GateFileDescriptorSupplier
      extends GateBaseDescriptorSupplier {
    GateFileDescriptorSupplier() {}
  }

  private static final class GateMethodDescriptorSupplier
      extends GateBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    GateMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (GateGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new GateFileDescriptorSupplier())
              .addMethod(getCheckMethod())
              .build();
        }
      }
    }
    return result;
  }
}
