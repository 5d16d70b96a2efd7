package course.gateway.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class MetricsPageGrpc {

  private MetricsPageGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.gateway.v1.MetricsPage";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.gateway.v1.ReadRequest,
      course.gateway.v1.ReadResponse> getReadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Read",
      requestType = course.gateway.v1.ReadRequest.class,
      responseType = course.gateway.v1.ReadResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.gateway.v1.ReadRequest,
      course.gateway.v1.ReadResponse> getReadMethod() {
    io.grpc.MethodDescriptor<course.gateway.v1.ReadRequest, course.gateway.v1.ReadResponse> getReadMethod;
    if ((getReadMethod = MetricsPageGrpc.getReadMethod) == null) {
      synchronized (MetricsPageGrpc.class) {
        if ((getReadMethod = MetricsPageGrpc.getReadMethod) == null) {
          MetricsPageGrpc.getReadMethod = getReadMethod =
              io.grpc.MethodDescriptor.<course.gateway.v1.ReadRequest, course.gateway.v1.ReadResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Read"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.gateway.v1.ReadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.gateway.v1.ReadResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MetricsPageMethodDescriptorSupplier("Read"))
              .build();
        }
      }
    }
    return getReadMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static MetricsPageStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MetricsPageStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MetricsPageStub>() {
        @java.lang.Override
        public MetricsPageStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MetricsPageStub(channel, callOptions);
        }
      };
    return MetricsPageStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static MetricsPageBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MetricsPageBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MetricsPageBlockingV2Stub>() {
        @java.lang.Override
        public MetricsPageBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MetricsPageBlockingV2Stub(channel, callOptions);
        }
      };
    return MetricsPageBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static MetricsPageBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MetricsPageBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MetricsPageBlockingStub>() {
        @java.lang.Override
        public MetricsPageBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MetricsPageBlockingStub(channel, callOptions);
        }
      };
    return MetricsPageBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static MetricsPageFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MetricsPageFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MetricsPageFutureStub>() {
        @java.lang.Override
        public MetricsPageFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MetricsPageFutureStub(channel, callOptions);
        }
      };
    return MetricsPageFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * The figures so far, in Prometheus' text format.
     * </pre>
     */
    default void read(course.gateway.v1.ReadRequest request,
        io.grpc.stub.StreamObserver<course.gateway.v1.ReadResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReadMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service MetricsPage.
   */
  public static abstract class MetricsPageImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return MetricsPageGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service MetricsPage.
   */
  public static final class MetricsPageStub
      extends io.grpc.stub.AbstractAsyncStub<MetricsPageStub> {
    private MetricsPageStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MetricsPageStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MetricsPageStub(channel, callOptions);
    }

    /**
     * <pre>
     * The figures so far, in Prometheus' text format.
     * </pre>
     */
    public void read(course.gateway.v1.ReadRequest request,
        io.grpc.stub.StreamObserver<course.gateway.v1.ReadResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReadMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service MetricsPage.
   */
  public static final class MetricsPageBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<MetricsPageBlockingV2Stub> {
    private MetricsPageBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MetricsPageBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MetricsPageBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * The figures so far, in Prometheus' text format.
     * </pre>
     */
    public course.gateway.v1.ReadResponse read(course.gateway.v1.ReadRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReadMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service MetricsPage.
   */
  public static final class MetricsPageBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<MetricsPageBlockingStub> {
    private MetricsPageBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MetricsPageBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MetricsPageBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * The figures so far, in Prometheus' text format.
     * </pre>
     */
    public course.gateway.v1.ReadResponse read(course.gateway.v1.ReadRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReadMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service MetricsPage.
   */
  public static final class MetricsPageFutureStub
      extends io.grpc.stub.AbstractFutureStub<MetricsPageFutureStub> {
    private MetricsPageFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MetricsPageFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MetricsPageFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * The figures so far, in Prometheus' text format.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.gateway.v1.ReadResponse> read(
        course.gateway.v1.ReadRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReadMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_READ = 0;

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
        case METHODID_READ:
          serviceImpl.read((course.gateway.v1.ReadRequest) request,
              (io.grpc.stub.StreamObserver<course.gateway.v1.ReadResponse>) responseObserver);
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
          getReadMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.gateway.v1.ReadRequest,
              course.gateway.v1.ReadResponse>(
                service, METHODID_READ)))
        .build();
  }

  private static abstract class MetricsPageBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    MetricsPageBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.gateway.v1.GatewayProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("MetricsPage");
    }
  }

  private static final class MetricsPageFileDescriptorSupplier
      extends MetricsPageBaseDescriptorSupplier {
    MetricsPageFileDescriptorSupplier() {}
  }

  private static final class MetricsPageMethodDescriptorSupplier
      extends MetricsPageBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    MetricsPageMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (MetricsPageGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new MetricsPageFileDescriptorSupplier())
              .addMethod(getReadMethod())
              .build();
        }
      }
    }
    return result;
  }
}
