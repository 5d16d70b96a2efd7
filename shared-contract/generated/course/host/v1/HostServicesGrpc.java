package course.host.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class HostServicesGrpc {

  private HostServicesGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.host.v1.HostServices";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.host.v1.ReportProgressRequest,
      course.host.v1.ReportProgressResponse> getReportProgressMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReportProgress",
      requestType = course.host.v1.ReportProgressRequest.class,
      responseType = course.host.v1.ReportProgressResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.host.v1.ReportProgressRequest,
      course.host.v1.ReportProgressResponse> getReportProgressMethod() {
    io.grpc.MethodDescriptor<course.host.v1.ReportProgressRequest, course.host.v1.ReportProgressResponse> getReportProgressMethod;
    if ((getReportProgressMethod = HostServicesGrpc.getReportProgressMethod) == null) {
      synchronized (HostServicesGrpc.class) {
        if ((getReportProgressMethod = HostServicesGrpc.getReportProgressMethod) == null) {
          HostServicesGrpc.getReportProgressMethod = getReportProgressMethod =
              io.grpc.MethodDescriptor.<course.host.v1.ReportProgressRequest, course.host.v1.ReportProgressResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReportProgress"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.ReportProgressRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.ReportProgressResponse.getDefaultInstance()))
              .setSchemaDescriptor(new HostServicesMethodDescriptorSupplier("ReportProgress"))
              .build();
        }
      }
    }
    return getReportProgressMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.host.v1.GetValueRequest,
      course.host.v1.GetValueResponse> getGetValueMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetValue",
      requestType = course.host.v1.GetValueRequest.class,
      responseType = course.host.v1.GetValueResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.host.v1.GetValueRequest,
      course.host.v1.GetValueResponse> getGetValueMethod() {
    io.grpc.MethodDescriptor<course.host.v1.GetValueRequest, course.host.v1.GetValueResponse> getGetValueMethod;
    if ((getGetValueMethod = HostServicesGrpc.getGetValueMethod) == null) {
      synchronized (HostServicesGrpc.class) {
        if ((getGetValueMethod = HostServicesGrpc.getGetValueMethod) == null) {
          HostServicesGrpc.getGetValueMethod = getGetValueMethod =
              io.grpc.MethodDescriptor.<course.host.v1.GetValueRequest, course.host.v1.GetValueResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetValue"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.GetValueRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.GetValueResponse.getDefaultInstance()))
              .setSchemaDescriptor(new HostServicesMethodDescriptorSupplier("GetValue"))
              .build();
        }
      }
    }
    return getGetValueMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.host.v1.PutValueRequest,
      course.host.v1.PutValueResponse> getPutValueMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "PutValue",
      requestType = course.host.v1.PutValueRequest.class,
      responseType = course.host.v1.PutValueResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.host.v1.PutValueRequest,
      course.host.v1.PutValueResponse> getPutValueMethod() {
    io.grpc.MethodDescriptor<course.host.v1.PutValueRequest, course.host.v1.PutValueResponse> getPutValueMethod;
    if ((getPutValueMethod = HostServicesGrpc.getPutValueMethod) == null) {
      synchronized (HostServicesGrpc.class) {
        if ((getPutValueMethod = HostServicesGrpc.getPutValueMethod) == null) {
          HostServicesGrpc.getPutValueMethod = getPutValueMethod =
              io.grpc.MethodDescriptor.<course.host.v1.PutValueRequest, course.host.v1.PutValueResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "PutValue"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.PutValueRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.PutValueResponse.getDefaultInstance()))
              .setSchemaDescriptor(new HostServicesMethodDescriptorSupplier("PutValue"))
              .build();
        }
      }
    }
    return getPutValueMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.host.v1.RemoveValueRequest,
      course.host.v1.RemoveValueResponse> getRemoveValueMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "RemoveValue",
      requestType = course.host.v1.RemoveValueRequest.class,
      responseType = course.host.v1.RemoveValueResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.host.v1.RemoveValueRequest,
      course.host.v1.RemoveValueResponse> getRemoveValueMethod() {
    io.grpc.MethodDescriptor<course.host.v1.RemoveValueRequest, course.host.v1.RemoveValueResponse> getRemoveValueMethod;
    if ((getRemoveValueMethod = HostServicesGrpc.getRemoveValueMethod) == null) {
      synchronized (HostServicesGrpc.class) {
        if ((getRemoveValueMethod = HostServicesGrpc.getRemoveValueMethod) == null) {
          HostServicesGrpc.getRemoveValueMethod = getRemoveValueMethod =
              io.grpc.MethodDescriptor.<course.host.v1.RemoveValueRequest, course.host.v1.RemoveValueResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "RemoveValue"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.RemoveValueRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.RemoveValueResponse.getDefaultInstance()))
              .setSchemaDescriptor(new HostServicesMethodDescriptorSupplier("RemoveValue"))
              .build();
        }
      }
    }
    return getRemoveValueMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.host.v1.ListKeysRequest,
      course.host.v1.ListKeysResponse> getListKeysMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ListKeys",
      requestType = course.host.v1.ListKeysRequest.class,
      responseType = course.host.v1.ListKeysResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.host.v1.ListKeysRequest,
      course.host.v1.ListKeysResponse> getListKeysMethod() {
    io.grpc.MethodDescriptor<course.host.v1.ListKeysRequest, course.host.v1.ListKeysResponse> getListKeysMethod;
    if ((getListKeysMethod = HostServicesGrpc.getListKeysMethod) == null) {
      synchronized (HostServicesGrpc.class) {
        if ((getListKeysMethod = HostServicesGrpc.getListKeysMethod) == null) {
          HostServicesGrpc.getListKeysMethod = getListKeysMethod =
              io.grpc.MethodDescriptor.<course.host.v1.ListKeysRequest, course.host.v1.ListKeysResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ListKeys"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.ListKeysRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.host.v1.ListKeysResponse.getDefaultInstance()))
              .setSchemaDescriptor(new HostServicesMethodDescriptorSupplier("ListKeys"))
              .build();
        }
      }
    }
    return getListKeysMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static HostServicesStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<HostServicesStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<HostServicesStub>() {
        @java.lang.Override
        public HostServicesStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new HostServicesStub(channel, callOptions);
        }
      };
    return HostServicesStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static HostServicesBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<HostServicesBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<HostServicesBlockingV2Stub>() {
        @java.lang.Override
        public HostServicesBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new HostServicesBlockingV2Stub(channel, callOptions);
        }
      };
    return HostServicesBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static HostServicesBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<HostServicesBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<HostServicesBlockingStub>() {
        @java.lang.Override
        public HostServicesBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new HostServicesBlockingStub(channel, callOptions);
        }
      };
    return HostServicesBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static HostServicesFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<HostServicesFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<HostServicesFutureStub>() {
        @java.lang.Override
        public HostServicesFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new HostServicesFutureStub(channel, callOptions);
        }
      };
    return HostServicesFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * Tells how far the job is.
     * </pre>
     */
    default void reportProgress(course.host.v1.ReportProgressRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.ReportProgressResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReportProgressMethod(), responseObserver);
    }

    /**
     * <pre>
     * Reads one value.
     * </pre>
     */
    default void getValue(course.host.v1.GetValueRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.GetValueResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetValueMethod(), responseObserver);
    }

    /**
     * <pre>
     * Writes one value, instead of what was there.
     * </pre>
     */
    default void putValue(course.host.v1.PutValueRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.PutValueResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getPutValueMethod(), responseObserver);
    }

    /**
     * <pre>
     * Removes one value. It is no error if there is none.
     * </pre>
     */
    default void removeValue(course.host.v1.RemoveValueRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.RemoveValueResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRemoveValueMethod(), responseObserver);
    }

    /**
     * <pre>
     * All keys of the plugin's own.
     * </pre>
     */
    default void listKeys(course.host.v1.ListKeysRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.ListKeysResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListKeysMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service HostServices.
   */
  public static abstract class HostServicesImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return HostServicesGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service HostServices.
   */
  public static final class HostServicesStub
      extends io.grpc.stub.AbstractAsyncStub<HostServicesStub> {
    private HostServicesStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected HostServicesStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new HostServicesStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells how far the job is.
     * </pre>
     */
    public void reportProgress(course.host.v1.ReportProgressRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.ReportProgressResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReportProgressMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Reads one value.
     * </pre>
     */
    public void getValue(course.host.v1.GetValueRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.GetValueResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetValueMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Writes one value, instead of what was there.
     * </pre>
     */
    public void putValue(course.host.v1.PutValueRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.PutValueResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getPutValueMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Removes one value. It is no error if there is none.
     * </pre>
     */
    public void removeValue(course.host.v1.RemoveValueRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.RemoveValueResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRemoveValueMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * All keys of the plugin's own.
     * </pre>
     */
    public void listKeys(course.host.v1.ListKeysRequest request,
        io.grpc.stub.StreamObserver<course.host.v1.ListKeysResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListKeysMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service HostServices.
   */
  public static final class HostServicesBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<HostServicesBlockingV2Stub> {
    private HostServicesBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected HostServicesBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new HostServicesBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells how far the job is.
     * </pre>
     */
    public course.host.v1.ReportProgressResponse reportProgress(course.host.v1.ReportProgressRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReportProgressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Reads one value.
     * </pre>
     */
    public course.host.v1.GetValueResponse getValue(course.host.v1.GetValueRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetValueMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Writes one value, instead of what was there.
     * </pre>
     */
    public course.host.v1.PutValueResponse putValue(course.host.v1.PutValueRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getPutValueMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Removes one value. It is no error if there is none.
     * </pre>
     */
    public course.host.v1.RemoveValueResponse removeValue(course.host.v1.RemoveValueRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRemoveValueMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * All keys of the plugin's own.
     * </pre>
     */
    public course.host.v1.ListKeysResponse listKeys(course.host.v1.ListKeysRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListKeysMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service HostServices.
   */
  public static final class HostServicesBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<HostServicesBlockingStub> {
    private HostServicesBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected HostServicesBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new HostServicesBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells how far the job is.
     * </pre>
     */
    public course.host.v1.ReportProgressResponse reportProgress(course.host.v1.ReportProgressRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReportProgressMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Reads one value.
     * </pre>
     */
    public course.host.v1.GetValueResponse getValue(course.host.v1.GetValueRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetValueMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Writes one value, instead of what was there.
     * </pre>
     */
    public course.host.v1.PutValueResponse putValue(course.host.v1.PutValueRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getPutValueMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Removes one value. It is no error if there is none.
     * </pre>
     */
    public course.host.v1.RemoveValueResponse removeValue(course.host.v1.RemoveValueRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRemoveValueMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * All keys of the plugin's own.
     * </pre>
     */
    public course.host.v1.ListKeysResponse listKeys(course.host.v1.ListKeysRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListKeysMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service HostServices.
   */
  public static final class HostServicesFutureStub
      extends io.grpc.stub.AbstractFutureStub<HostServicesFutureStub> {
    private HostServicesFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected HostServicesFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new HostServicesFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Tells how far the job is.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.host.v1.ReportProgressResponse> reportProgress(
        course.host.v1.ReportProgressRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReportProgressMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Reads one value.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.host.v1.GetValueResponse> getValue(
        course.host.v1.GetValueRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetValueMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Writes one value, instead of what was there.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.host.v1.PutValueResponse> putValue(
        course.host.v1.PutValueRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getPutValueMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Removes one value. It is no error if there is none.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.host.v1.RemoveValueResponse> removeValue(
        course.host.v1.RemoveValueRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRemoveValueMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * All keys of the plugin's own.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.host.v1.ListKeysResponse> listKeys(
        course.host.v1.ListKeysRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListKeysMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_REPORT_PROGRESS = 0;
  private static final int METHODID_GET_VALUE = 1;
  private static final int METHODID_PUT_VALUE = 2;
  private static final int METHODID_REMOVE_VALUE = 3;
  private static final int METHODID_LIST_KEYS = 4;

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
        case METHODID_REPORT_PROGRESS:
          serviceImpl.reportProgress((course.host.v1.ReportProgressRequest) request,
              (io.grpc.stub.StreamObserver<course.host.v1.ReportProgressResponse>) responseObserver);
          break;
        case METHODID_GET_VALUE:
          serviceImpl.getValue((course.host.v1.GetValueRequest) request,
              (io.grpc.stub.StreamObserver<course.host.v1.GetValueResponse>) responseObserver);
          break;
        case METHODID_PUT_VALUE:
          serviceImpl.putValue((course.host.v1.PutValueRequest) request,
              (io.grpc.stub.StreamObserver<course.host.v1.PutValueResponse>) responseObserver);
          break;
        case METHODID_REMOVE_VALUE:
          serviceImpl.removeValue((course.host.v1.RemoveValueRequest) request,
              (io.grpc.stub.StreamObserver<course.host.v1.RemoveValueResponse>) responseObserver);
          break;
        case METHODID_LIST_KEYS:
          serviceImpl.listKeys((course.host.v1.ListKeysRequest) request,
              (io.grpc.stub.StreamObserver<course.host.v1.ListKeysResponse>) responseObserver);
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
          getReportProgressMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.host.v1.ReportProgressRequest,
              course.host.v1.ReportProgressResponse>(
                service, METHODID_REPORT_PROGRESS)))
        .addMethod(
          getGetValueMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.host.v1.GetValueRequest,
              course.host.v1.GetValueResponse>(
                service, METHODID_GET_VALUE)))
        .addMethod(
          getPutValueMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.host.v1.PutValueRequest,
              course.host.v1.PutValueResponse>(
                service, METHODID_PUT_VALUE)))
        .addMethod(
          getRemoveValueMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.host.v1.RemoveValueRequest,
              course.host.v1.RemoveValueResponse>(
                service, METHODID_REMOVE_VALUE)))
        .addMethod(
          getListKeysMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.host.v1.ListKeysRequest,
              course.host.v1.ListKeysResponse>(
                service, METHODID_LIST_KEYS)))
        .build();
  }

  private static abstract class HostServicesBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    HostServicesBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.host.v1.HostServicesProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("HostServices");
    }
  }

  private static final class HostServicesFileDescriptorSupplier
      extends HostServicesBaseDescriptorSupplier {
    HostServicesFileDescriptorSupplier() {}
  }

  private static final class HostServicesMethodDescriptorSupplier
      extends HostServicesBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    HostServicesMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (HostServicesGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new HostServicesFileDescriptorSupplier())
              .addMethod(getReportProgressMethod())
              .addMethod(getGetValueMethod())
              .addMethod(getPutValueMethod())
              .addMethod(getRemoveValueMethod())
              .addMethod(getListKeysMethod())
              .build();
        }
      }
    }
    return result;
  }
}
