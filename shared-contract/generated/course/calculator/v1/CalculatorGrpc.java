package course.calculator.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class CalculatorGrpc {

  private CalculatorGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.calculator.v1.Calculator";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.InitializeRequest,
      course.calculator.v1.InitializeResponse> getInitializeMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Initialize",
      requestType = course.calculator.v1.InitializeRequest.class,
      responseType = course.calculator.v1.InitializeResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.InitializeRequest,
      course.calculator.v1.InitializeResponse> getInitializeMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.InitializeRequest, course.calculator.v1.InitializeResponse> getInitializeMethod;
    if ((getInitializeMethod = CalculatorGrpc.getInitializeMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getInitializeMethod = CalculatorGrpc.getInitializeMethod) == null) {
          CalculatorGrpc.getInitializeMethod = getInitializeMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.InitializeRequest, course.calculator.v1.InitializeResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Initialize"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.InitializeRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.InitializeResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("Initialize"))
              .build();
        }
      }
    }
    return getInitializeMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.ShutdownRequest,
      course.calculator.v1.ShutdownResponse> getShutdownMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Shutdown",
      requestType = course.calculator.v1.ShutdownRequest.class,
      responseType = course.calculator.v1.ShutdownResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.ShutdownRequest,
      course.calculator.v1.ShutdownResponse> getShutdownMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.ShutdownRequest, course.calculator.v1.ShutdownResponse> getShutdownMethod;
    if ((getShutdownMethod = CalculatorGrpc.getShutdownMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getShutdownMethod = CalculatorGrpc.getShutdownMethod) == null) {
          CalculatorGrpc.getShutdownMethod = getShutdownMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.ShutdownRequest, course.calculator.v1.ShutdownResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Shutdown"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.ShutdownRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.ShutdownResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("Shutdown"))
              .build();
        }
      }
    }
    return getShutdownMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.GetStatusRequest,
      course.calculator.v1.GetStatusResponse> getGetStatusMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "GetStatus",
      requestType = course.calculator.v1.GetStatusRequest.class,
      responseType = course.calculator.v1.GetStatusResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.GetStatusRequest,
      course.calculator.v1.GetStatusResponse> getGetStatusMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.GetStatusRequest, course.calculator.v1.GetStatusResponse> getGetStatusMethod;
    if ((getGetStatusMethod = CalculatorGrpc.getGetStatusMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getGetStatusMethod = CalculatorGrpc.getGetStatusMethod) == null) {
          CalculatorGrpc.getGetStatusMethod = getGetStatusMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.GetStatusRequest, course.calculator.v1.GetStatusResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "GetStatus"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.GetStatusRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.GetStatusResponse.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("GetStatus"))
              .build();
        }
      }
    }
    return getGetStatusMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getAddMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Add",
      requestType = course.calculator.v1.Operands.class,
      responseType = course.calculator.v1.Result.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getAddMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.Operands, course.calculator.v1.Result> getAddMethod;
    if ((getAddMethod = CalculatorGrpc.getAddMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getAddMethod = CalculatorGrpc.getAddMethod) == null) {
          CalculatorGrpc.getAddMethod = getAddMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.Operands, course.calculator.v1.Result>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Add"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Operands.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Result.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("Add"))
              .build();
        }
      }
    }
    return getAddMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getSubtractMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Subtract",
      requestType = course.calculator.v1.Operands.class,
      responseType = course.calculator.v1.Result.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getSubtractMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.Operands, course.calculator.v1.Result> getSubtractMethod;
    if ((getSubtractMethod = CalculatorGrpc.getSubtractMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getSubtractMethod = CalculatorGrpc.getSubtractMethod) == null) {
          CalculatorGrpc.getSubtractMethod = getSubtractMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.Operands, course.calculator.v1.Result>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Subtract"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Operands.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Result.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("Subtract"))
              .build();
        }
      }
    }
    return getSubtractMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getMultiplyMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Multiply",
      requestType = course.calculator.v1.Operands.class,
      responseType = course.calculator.v1.Result.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getMultiplyMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.Operands, course.calculator.v1.Result> getMultiplyMethod;
    if ((getMultiplyMethod = CalculatorGrpc.getMultiplyMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getMultiplyMethod = CalculatorGrpc.getMultiplyMethod) == null) {
          CalculatorGrpc.getMultiplyMethod = getMultiplyMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.Operands, course.calculator.v1.Result>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Multiply"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Operands.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Result.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("Multiply"))
              .build();
        }
      }
    }
    return getMultiplyMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getDivideMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Divide",
      requestType = course.calculator.v1.Operands.class,
      responseType = course.calculator.v1.Result.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.calculator.v1.Operands,
      course.calculator.v1.Result> getDivideMethod() {
    io.grpc.MethodDescriptor<course.calculator.v1.Operands, course.calculator.v1.Result> getDivideMethod;
    if ((getDivideMethod = CalculatorGrpc.getDivideMethod) == null) {
      synchronized (CalculatorGrpc.class) {
        if ((getDivideMethod = CalculatorGrpc.getDivideMethod) == null) {
          CalculatorGrpc.getDivideMethod = getDivideMethod =
              io.grpc.MethodDescriptor.<course.calculator.v1.Operands, course.calculator.v1.Result>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Divide"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Operands.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.calculator.v1.Result.getDefaultInstance()))
              .setSchemaDescriptor(new CalculatorMethodDescriptorSupplier("Divide"))
              .build();
        }
      }
    }
    return getDivideMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static CalculatorStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CalculatorStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CalculatorStub>() {
        @java.lang.Override
        public CalculatorStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CalculatorStub(channel, callOptions);
        }
      };
    return CalculatorStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static CalculatorBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CalculatorBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CalculatorBlockingV2Stub>() {
        @java.lang.Override
        public CalculatorBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CalculatorBlockingV2Stub(channel, callOptions);
        }
      };
    return CalculatorBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static CalculatorBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CalculatorBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CalculatorBlockingStub>() {
        @java.lang.Override
        public CalculatorBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CalculatorBlockingStub(channel, callOptions);
        }
      };
    return CalculatorBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static CalculatorFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<CalculatorFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<CalculatorFutureStub>() {
        @java.lang.Override
        public CalculatorFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new CalculatorFutureStub(channel, callOptions);
        }
      };
    return CalculatorFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * Makes the calculator ready. Calling it again changes nothing.
     * </pre>
     */
    default void initialize(course.calculator.v1.InitializeRequest request,
        io.grpc.stub.StreamObserver<course.calculator.v1.InitializeResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getInitializeMethod(), responseObserver);
    }

    /**
     * <pre>
     * Ends the calculator's work, not its process: later calls answer NOT_INITIALIZED.
     * Calling it again changes nothing.
     * </pre>
     */
    default void shutdown(course.calculator.v1.ShutdownRequest request,
        io.grpc.stub.StreamObserver<course.calculator.v1.ShutdownResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getShutdownMethod(), responseObserver);
    }

    /**
     * <pre>
     * Works in every state.
     * </pre>
     */
    default void getStatus(course.calculator.v1.GetStatusRequest request,
        io.grpc.stub.StreamObserver<course.calculator.v1.GetStatusResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getGetStatusMethod(), responseObserver);
    }

    /**
     * <pre>
     * left + right
     * </pre>
     */
    default void add(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getAddMethod(), responseObserver);
    }

    /**
     * <pre>
     * left - right
     * </pre>
     */
    default void subtract(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSubtractMethod(), responseObserver);
    }

    /**
     * <pre>
     * left * right
     * </pre>
     */
    default void multiply(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getMultiplyMethod(), responseObserver);
    }

    /**
     * <pre>
     * left / right; DIVISION_BY_ZERO if right is zero, of either sign.
     * </pre>
     */
    default void divide(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDivideMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Calculator.
   */
  public static abstract class CalculatorImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return CalculatorGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Calculator.
   */
  public static final class CalculatorStub
      extends io.grpc.stub.AbstractAsyncStub<CalculatorStub> {
    private CalculatorStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CalculatorStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CalculatorStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes the calculator ready. Calling it again changes nothing.
     * </pre>
     */
    public void initialize(course.calculator.v1.InitializeRequest request,
        io.grpc.stub.StreamObserver<course.calculator.v1.InitializeResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getInitializeMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Ends the calculator's work, not its process: later calls answer NOT_INITIALIZED.
     * Calling it again changes nothing.
     * </pre>
     */
    public void shutdown(course.calculator.v1.ShutdownRequest request,
        io.grpc.stub.StreamObserver<course.calculator.v1.ShutdownResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getShutdownMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Works in every state.
     * </pre>
     */
    public void getStatus(course.calculator.v1.GetStatusRequest request,
        io.grpc.stub.StreamObserver<course.calculator.v1.GetStatusResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getGetStatusMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * left + right
     * </pre>
     */
    public void add(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getAddMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * left - right
     * </pre>
     */
    public void subtract(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSubtractMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * left * right
     * </pre>
     */
    public void multiply(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getMultiplyMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * left / right; DIVISION_BY_ZERO if right is zero, of either sign.
     * </pre>
     */
    public void divide(course.calculator.v1.Operands request,
        io.grpc.stub.StreamObserver<course.calculator.v1.Result> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDivideMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Calculator.
   */
  public static final class CalculatorBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<CalculatorBlockingV2Stub> {
    private CalculatorBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CalculatorBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CalculatorBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes the calculator ready. Calling it again changes nothing.
     * </pre>
     */
    public course.calculator.v1.InitializeResponse initialize(course.calculator.v1.InitializeRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getInitializeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Ends the calculator's work, not its process: later calls answer NOT_INITIALIZED.
     * Calling it again changes nothing.
     * </pre>
     */
    public course.calculator.v1.ShutdownResponse shutdown(course.calculator.v1.ShutdownRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getShutdownMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Works in every state.
     * </pre>
     */
    public course.calculator.v1.GetStatusResponse getStatus(course.calculator.v1.GetStatusRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getGetStatusMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left + right
     * </pre>
     */
    public course.calculator.v1.Result add(course.calculator.v1.Operands request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getAddMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left - right
     * </pre>
     */
    public course.calculator.v1.Result subtract(course.calculator.v1.Operands request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSubtractMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left * right
     * </pre>
     */
    public course.calculator.v1.Result multiply(course.calculator.v1.Operands request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getMultiplyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left / right; DIVISION_BY_ZERO if right is zero, of either sign.
     * </pre>
     */
    public course.calculator.v1.Result divide(course.calculator.v1.Operands request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDivideMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Calculator.
   */
  public static final class CalculatorBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<CalculatorBlockingStub> {
    private CalculatorBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CalculatorBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CalculatorBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes the calculator ready. Calling it again changes nothing.
     * </pre>
     */
    public course.calculator.v1.InitializeResponse initialize(course.calculator.v1.InitializeRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getInitializeMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Ends the calculator's work, not its process: later calls answer NOT_INITIALIZED.
     * Calling it again changes nothing.
     * </pre>
     */
    public course.calculator.v1.ShutdownResponse shutdown(course.calculator.v1.ShutdownRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getShutdownMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Works in every state.
     * </pre>
     */
    public course.calculator.v1.GetStatusResponse getStatus(course.calculator.v1.GetStatusRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getGetStatusMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left + right
     * </pre>
     */
    public course.calculator.v1.Result add(course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getAddMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left - right
     * </pre>
     */
    public course.calculator.v1.Result subtract(course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSubtractMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left * right
     * </pre>
     */
    public course.calculator.v1.Result multiply(course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getMultiplyMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * left / right; DIVISION_BY_ZERO if right is zero, of either sign.
     * </pre>
     */
    public course.calculator.v1.Result divide(course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDivideMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Calculator.
   */
  public static final class CalculatorFutureStub
      extends io.grpc.stub.AbstractFutureStub<CalculatorFutureStub> {
    private CalculatorFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected CalculatorFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new CalculatorFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Makes the calculator ready. Calling it again changes nothing.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.InitializeResponse> initialize(
        course.calculator.v1.InitializeRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getInitializeMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Ends the calculator's work, not its process: later calls answer NOT_INITIALIZED.
     * Calling it again changes nothing.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.ShutdownResponse> shutdown(
        course.calculator.v1.ShutdownRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getShutdownMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Works in every state.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.GetStatusResponse> getStatus(
        course.calculator.v1.GetStatusRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getGetStatusMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * left + right
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.Result> add(
        course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getAddMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * left - right
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.Result> subtract(
        course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSubtractMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * left * right
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.Result> multiply(
        course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getMultiplyMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * left / right; DIVISION_BY_ZERO if right is zero, of either sign.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.calculator.v1.Result> divide(
        course.calculator.v1.Operands request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDivideMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_INITIALIZE = 0;
  private static final int METHODID_SHUTDOWN = 1;
  private static final int METHODID_GET_STATUS = 2;
  private static final int METHODID_ADD = 3;
  private static final int METHODID_SUBTRACT = 4;
  private static final int METHODID_MULTIPLY = 5;
  private static final int METHODID_DIVIDE = 6;

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
        case METHODID_INITIALIZE:
          serviceImpl.initialize((course.calculator.v1.InitializeRequest) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.InitializeResponse>) responseObserver);
          break;
        case METHODID_SHUTDOWN:
          serviceImpl.shutdown((course.calculator.v1.ShutdownRequest) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.ShutdownResponse>) responseObserver);
          break;
        case METHODID_GET_STATUS:
          serviceImpl.getStatus((course.calculator.v1.GetStatusRequest) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.GetStatusResponse>) responseObserver);
          break;
        case METHODID_ADD:
          serviceImpl.add((course.calculator.v1.Operands) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.Result>) responseObserver);
          break;
        case METHODID_SUBTRACT:
          serviceImpl.subtract((course.calculator.v1.Operands) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.Result>) responseObserver);
          break;
        case METHODID_MULTIPLY:
          serviceImpl.multiply((course.calculator.v1.Operands) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.Result>) responseObserver);
          break;
        case METHODID_DIVIDE:
          serviceImpl.divide((course.calculator.v1.Operands) request,
              (io.grpc.stub.StreamObserver<course.calculator.v1.Result>) responseObserver);
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
          getInitializeMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.InitializeRequest,
              course.calculator.v1.InitializeResponse>(
                service, METHODID_INITIALIZE)))
        .addMethod(
          getShutdownMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.ShutdownRequest,
              course.calculator.v1.ShutdownResponse>(
                service, METHODID_SHUTDOWN)))
        .addMethod(
          getGetStatusMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.GetStatusRequest,
              course.calculator.v1.GetStatusResponse>(
                service, METHODID_GET_STATUS)))
        .addMethod(
          getAddMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.Operands,
              course.calculator.v1.Result>(
                service, METHODID_ADD)))
        .addMethod(
          getSubtractMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.Operands,
              course.calculator.v1.Result>(
                service, METHODID_SUBTRACT)))
        .addMethod(
          getMultiplyMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.Operands,
              course.calculator.v1.Result>(
                service, METHODID_MULTIPLY)))
        .addMethod(
          getDivideMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.calculator.v1.Operands,
              course.calculator.v1.Result>(
                service, METHODID_DIVIDE)))
        .build();
  }

  private static abstract class CalculatorBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    CalculatorBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.calculator.v1.CalculatorProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Calculator");
    }
  }

  private static final class CalculatorFileDescriptorSupplier
      extends CalculatorBaseDescriptorSupplier {
    CalculatorFileDescriptorSupplier() {}
  }

  private static final class CalculatorMethodDescriptorSupplier
      extends CalculatorBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    CalculatorMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (CalculatorGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new CalculatorFileDescriptorSupplier())
              .addMethod(getInitializeMethod())
              .addMethod(getShutdownMethod())
              .addMethod(getGetStatusMethod())
              .addMethod(getAddMethod())
              .addMethod(getSubtractMethod())
              .addMethod(getMultiplyMethod())
              .addMethod(getDivideMethod())
              .build();
        }
      }
    }
    return result;
  }
}
