package course.gateway.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ObserverGrpc {

  private ObserverGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.gateway.v1.Observer";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.gateway.v1.ReportRequest,
      course.gateway.v1.ReportResponse> getReportMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Report",
      requestType = course.gateway.v1.ReportRequest.class,
      responseType = course.gateway.v1.ReportResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.gateway.v1.ReportRequest,
      course.gateway.v1.ReportResponse> getReportMethod() {
    io.grpc.MethodDescriptor<course.gateway.v1.ReportRequest, course.gateway.v1.ReportResponse> getReportMethod;
    if ((getReportMethod = ObserverGrpc.getReportMethod) == null) {
      synchronized (ObserverGrpc.class) {
        if ((getReportMethod = ObserverGrpc.getReportMethod) == null) {
          ObserverGrpc.getReportMethod = getReportMethod =
              io.grpc.MethodDescriptor.<course.gateway.v1.ReportRequest, course.gateway.v1.ReportResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Report"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.gateway.v1.ReportRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.gateway.v1.ReportResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ObserverMethodDescriptorSupplier("Report"))
              .build();
        }
      }
    }
    return getReportMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ObserverStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ObserverStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ObserverStub>() {
        @java.lang.Override
        public ObserverStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ObserverStub(channel, callOptions);
        }
      };
    return ObserverStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ObserverBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ObserverBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ObserverBlockingV2Stub>() {
        @java.lang.Override
        public ObserverBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ObserverBlockingV2Stub(channel, callOptions);
        }
      };
    return ObserverBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ObserverBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ObserverBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ObserverBlockingStub>() {
        @java.lang.Override
        public ObserverBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ObserverBlockingStub(channel, callOptions);
        }
      };
    return ObserverBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ObserverFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ObserverFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ObserverFutureStub>() {
        @java.lang.Override
        public ObserverFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ObserverFutureStub(channel, callOptions);
        }
      };
    return ObserverFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * Tells of requests that were answered, oldest first. Changes nothing for them.
     * </pre>
     */
    default void report(course.gateway.v1.ReportRequest request,
        io.grpc.stub.StreamObserver<course.gateway.v1.ReportResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReportMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Observer.
   */
  public static abstract class ObserverImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ObserverGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Observer.
   */
  public static final class ObserverStub
      extends io.grpc.stub.AbstractAsyncStub<ObserverStub> {
    private ObserverStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ObserverStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ObserverStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells of requests that were answered, oldest first. Changes nothing for them.
     * </pre>
     */
    public void report(course.gateway.v1.ReportRequest request,
        io.grpc.stub.StreamObserver<course.gateway.v1.ReportResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReportMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Observer.
   */
  public static final class ObserverBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ObserverBlockingV2Stub> {
    private ObserverBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ObserverBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ObserverBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells of requests that were answered, oldest first. Changes nothing for them.
     * </pre>
     */
    public course.gateway.v1.ReportResponse report(course.gateway.v1.ReportRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReportMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Observer.
   */
  public static final class ObserverBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ObserverBlockingStub> {
    private ObserverBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ObserverBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ObserverBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells of requests that were answered, oldest first. Changes nothing for them.
     * </pre>
     */
    public course.gateway.v1.ReportResponse report(course.gateway.v1.ReportRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReportMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Observer.
   */
  public static final class ObserverFutureStub
      extends io.grpc.stub.AbstractFutureStub<ObserverFutureStub> {
    private ObserverFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ObserverFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ObserverFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells of requests that were answered, oldest first. Changes nothing for them.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.gateway.v1.ReportResponse> report(
        course.gateway.v1.ReportRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReportMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_REPORT = 0;

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
        case METHODID_REPORT:
          serviceImpl.report((course.gateway.v1.ReportRequest) request,
              (io.grpc.stub.StreamObserver<course.gateway.v1.ReportResponse>) responseObserver);
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
          getReportMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.gateway.v1.ReportRequest,
              course.gateway.v1.ReportResponse>(
                service, METHODID_REPORT)))
        .build();
  }

  private static abstract class ObserverBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ObserverBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.gateway.v1.GatewayProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Observer");
    }
  }

  private static final class ObserverFileDescriptorSupplier
      extends ObserverBaseDescriptorSupplier {
    ObserverFileDescriptorSupplier() {}
  }

  private static final class ObserverMethodDescriptorSupplier
      extends ObserverBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ObserverMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ObserverGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ObserverFileDescriptorSupplier())
              .addMethod(getReportMethod())
              .build();
        }
      }
    }
    return result;
  }
}
