package course.memory.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class MemoryGrpc {

  private MemoryGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.memory.v1.Memory";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.memory.v1.RecallRequest,
      course.memory.v1.MemoryState> getRecallMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Recall",
      requestType = course.memory.v1.RecallRequest.class,
      responseType = course.memory.v1.MemoryState.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.memory.v1.RecallRequest,
      course.memory.v1.MemoryState> getRecallMethod() {
    io.grpc.MethodDescriptor<course.memory.v1.RecallRequest, course.memory.v1.MemoryState> getRecallMethod;
    if ((getRecallMethod = MemoryGrpc.getRecallMethod) == null) {
      synchronized (MemoryGrpc.class) {
        if ((getRecallMethod = MemoryGrpc.getRecallMethod) == null) {
          MemoryGrpc.getRecallMethod = getRecallMethod =
              io.grpc.MethodDescriptor.<course.memory.v1.RecallRequest, course.memory.v1.MemoryState>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Recall"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.RecallRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.MemoryState.getDefaultInstance()))
              .setSchemaDescriptor(new MemoryMethodDescriptorSupplier("Recall"))
              .build();
        }
      }
    }
    return getRecallMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.memory.v1.ChangeRequest,
      course.memory.v1.MemoryState> getChangeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Change",
      requestType = course.memory.v1.ChangeRequest.class,
      responseType = course.memory.v1.MemoryState.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.memory.v1.ChangeRequest,
      course.memory.v1.MemoryState> getChangeMethod() {
    io.grpc.MethodDescriptor<course.memory.v1.ChangeRequest, course.memory.v1.MemoryState> getChangeMethod;
    if ((getChangeMethod = MemoryGrpc.getChangeMethod) == null) {
      synchronized (MemoryGrpc.class) {
        if ((getChangeMethod = MemoryGrpc.getChangeMethod) == null) {
          MemoryGrpc.getChangeMethod = getChangeMethod =
              io.grpc.MethodDescriptor.<course.memory.v1.ChangeRequest, course.memory.v1.MemoryState>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Change"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.ChangeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.MemoryState.getDefaultInstance()))
              .setSchemaDescriptor(new MemoryMethodDescriptorSupplier("Change"))
              .build();
        }
      }
    }
    return getChangeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.memory.v1.UndoRequest,
      course.memory.v1.MemoryState> getUndoMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Undo",
      requestType = course.memory.v1.UndoRequest.class,
      responseType = course.memory.v1.MemoryState.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.memory.v1.UndoRequest,
      course.memory.v1.MemoryState> getUndoMethod() {
    io.grpc.MethodDescriptor<course.memory.v1.UndoRequest, course.memory.v1.MemoryState> getUndoMethod;
    if ((getUndoMethod = MemoryGrpc.getUndoMethod) == null) {
      synchronized (MemoryGrpc.class) {
        if ((getUndoMethod = MemoryGrpc.getUndoMethod) == null) {
          MemoryGrpc.getUndoMethod = getUndoMethod =
              io.grpc.MethodDescriptor.<course.memory.v1.UndoRequest, course.memory.v1.MemoryState>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Undo"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.UndoRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.MemoryState.getDefaultInstance()))
              .setSchemaDescriptor(new MemoryMethodDescriptorSupplier("Undo"))
              .build();
        }
      }
    }
    return getUndoMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.memory.v1.GetHistoryRequest,
      course.memory.v1.GetHistoryResponse> getGetHistoryMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetHistory",
      requestType = course.memory.v1.GetHistoryRequest.class,
      responseType = course.memory.v1.GetHistoryResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.memory.v1.GetHistoryRequest,
      course.memory.v1.GetHistoryResponse> getGetHistoryMethod() {
    io.grpc.MethodDescriptor<course.memory.v1.GetHistoryRequest, course.memory.v1.GetHistoryResponse> getGetHistoryMethod;
    if ((getGetHistoryMethod = MemoryGrpc.getGetHistoryMethod) == null) {
      synchronized (MemoryGrpc.class) {
        if ((getGetHistoryMethod = MemoryGrpc.getGetHistoryMethod) == null) {
          MemoryGrpc.getGetHistoryMethod = getGetHistoryMethod =
              io.grpc.MethodDescriptor.<course.memory.v1.GetHistoryRequest, course.memory.v1.GetHistoryResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetHistory"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.GetHistoryRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.memory.v1.GetHistoryResponse.getDefaultInstance()))
              .setSchemaDescriptor(new MemoryMethodDescriptorSupplier("GetHistory"))
              .build();
        }
      }
    }
    return getGetHistoryMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static MemoryStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemoryStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemoryStub>() {
        @java.lang.Override
        public MemoryStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemoryStub(channel, callOptions);
        }
      };
    return MemoryStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static MemoryBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemoryBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemoryBlockingV2Stub>() {
        @java.lang.Override
        public MemoryBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemoryBlockingV2Stub(channel, callOptions);
        }
      };
    return MemoryBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static MemoryBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemoryBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemoryBlockingStub>() {
        @java.lang.Override
        public MemoryBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemoryBlockingStub(channel, callOptions);
        }
      };
    return MemoryBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static MemoryFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<MemoryFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<MemoryFutureStub>() {
        @java.lang.Override
        public MemoryFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new MemoryFutureStub(channel, callOptions);
        }
      };
    return MemoryFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * The memory as it is on disk.
     * </pre>
     */
    default void recall(course.memory.v1.RecallRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.MemoryState> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getRecallMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes one change.
     * </pre>
     */
    default void change(course.memory.v1.ChangeRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.MemoryState> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getChangeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Takes back the last change that is not taken back yet.
     * </pre>
     */
    default void undo(course.memory.v1.UndoRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.MemoryState> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getUndoMethod(), responseObserver);
    }

    /**
     * <pre>
     * The changes that Undo can take back.
     * </pre>
     */
    default void getHistory(course.memory.v1.GetHistoryRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.GetHistoryResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetHistoryMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Memory.
   */
  public static abstract class MemoryImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return MemoryGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Memory.
   */
  public static final class MemoryStub
      extends io.grpc.stub.AbstractAsyncStub<MemoryStub> {
    private MemoryStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemoryStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemoryStub(channel, callOptions);
    }

    /**
     * <pre>
     * The memory as it is on disk.
     * </pre>
     */
    public void recall(course.memory.v1.RecallRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.MemoryState> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getRecallMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes one change.
     * </pre>
     */
    public void change(course.memory.v1.ChangeRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.MemoryState> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getChangeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Takes back the last change that is not taken back yet.
     * </pre>
     */
    public void undo(course.memory.v1.UndoRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.MemoryState> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getUndoMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * The changes that Undo can take back.
     * </pre>
     */
    public void getHistory(course.memory.v1.GetHistoryRequest request,
        io.grpc.stub.StreamObserver<course.memory.v1.GetHistoryResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetHistoryMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Memory.
   */
  public static final class MemoryBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<MemoryBlockingV2Stub> {
    private MemoryBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemoryBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemoryBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * The memory as it is on disk.
     * </pre>
     */
    public course.memory.v1.MemoryState recall(course.memory.v1.RecallRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getRecallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes one change.
     * </pre>
     */
    public course.memory.v1.MemoryState change(course.memory.v1.ChangeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getChangeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes back the last change that is not taken back yet.
     * </pre>
     */
    public course.memory.v1.MemoryState undo(course.memory.v1.UndoRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getUndoMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * The changes that Undo can take back.
     * </pre>
     */
    public course.memory.v1.GetHistoryResponse getHistory(course.memory.v1.GetHistoryRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetHistoryMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Memory.
   */
  public static final class MemoryBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<MemoryBlockingStub> {
    private MemoryBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemoryBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemoryBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * The memory as it is on disk.
     * </pre>
     */
    public course.memory.v1.MemoryState recall(course.memory.v1.RecallRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getRecallMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes one change.
     * </pre>
     */
    public course.memory.v1.MemoryState change(course.memory.v1.ChangeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getChangeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Takes back the last change that is not taken back yet.
     * </pre>
     */
    public course.memory.v1.MemoryState undo(course.memory.v1.UndoRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getUndoMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * The changes that Undo can take back.
     * </pre>
     */
    public course.memory.v1.GetHistoryResponse getHistory(course.memory.v1.GetHistoryRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetHistoryMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Memory.
   */
  public static final class MemoryFutureStub
      extends io.grpc.stub.AbstractFutureStub<MemoryFutureStub> {
    private MemoryFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected MemoryFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new MemoryFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * The memory as it is on disk.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.memory.v1.MemoryState> recall(
        course.memory.v1.RecallRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getRecallMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Makes one change.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.memory.v1.MemoryState> change(
        course.memory.v1.ChangeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getChangeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Takes back the last change that is not taken back yet.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.memory.v1.MemoryState> undo(
        course.memory.v1.UndoRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getUndoMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * The changes that Undo can take back.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.memory.v1.GetHistoryResponse> getHistory(
        course.memory.v1.GetHistoryRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetHistoryMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_RECALL = 0;
  private static final int METHODID_CHANGE = 1;
  private static final int METHODID_UNDO = 2;
  private static final int METHODID_GET_HISTORY = 3;

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
        case METHODID_RECALL:
          serviceImpl.recall((course.memory.v1.RecallRequest) request,
              (io.grpc.stub.StreamObserver<course.memory.v1.MemoryState>) responseObserver);
          break;
        case METHODID_CHANGE:
          serviceImpl.change((course.memory.v1.ChangeRequest) request,
              (io.grpc.stub.StreamObserver<course.memory.v1.MemoryState>) responseObserver);
          break;
        case METHODID_UNDO:
          serviceImpl.undo((course.memory.v1.UndoRequest) request,
              (io.grpc.stub.StreamObserver<course.memory.v1.MemoryState>) responseObserver);
          break;
        case METHODID_GET_HISTORY:
          serviceImpl.getHistory((course.memory.v1.GetHistoryRequest) request,
              (io.grpc.stub.StreamObserver<course.memory.v1.GetHistoryResponse>) responseObserver);
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
          getRecallMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.memory.v1.RecallRequest,
              course.memory.v1.MemoryState>(
                service, METHODID_RECALL)))
        .addMethod(
          getChangeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.memory.v1.ChangeRequest,
              course.memory.v1.MemoryState>(
                service, METHODID_CHANGE)))
        .addMethod(
          getUndoMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.memory.v1.UndoRequest,
              course.memory.v1.MemoryState>(
                service, METHODID_UNDO)))
        .addMethod(
          getGetHistoryMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.memory.v1.GetHistoryRequest,
              course.memory.v1.GetHistoryResponse>(
                service, METHODID_GET_HISTORY)))
        .build();
  }

  private static abstract class MemoryBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    MemoryBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.memory.v1.MemoryProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Memory");
    }
  }

  private static final class MemoryFileDescriptorSupplier
      extends MemoryBaseDescriptorSupplier {
    MemoryFileDescriptorSupplier() {}
  }

  private static final class MemoryMethodDescriptorSupplier
      extends MemoryBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    MemoryMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (MemoryGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new MemoryFileDescriptorSupplier())
              .addMethod(getRecallMethod())
              .addMethod(getChangeMethod())
              .addMethod(getUndoMethod())
              .addMethod(getGetHistoryMethod())
              .build();
        }
      }
    }
    return result;
  }
}
