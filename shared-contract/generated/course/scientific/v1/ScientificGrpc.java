package course.scientific.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ScientificGrpc {

  private ScientificGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.scientific.v1.Scientific";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.scientific.v1.SqrtRequest,
      course.scientific.v1.Number> getSqrtMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Sqrt",
      requestType = course.scientific.v1.SqrtRequest.class,
      responseType = course.scientific.v1.Number.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.scientific.v1.SqrtRequest,
      course.scientific.v1.Number> getSqrtMethod() {
    io.grpc.MethodDescriptor<course.scientific.v1.SqrtRequest, course.scientific.v1.Number> getSqrtMethod;
    if ((getSqrtMethod = ScientificGrpc.getSqrtMethod) == null) {
      synchronized (ScientificGrpc.class) {
        if ((getSqrtMethod = ScientificGrpc.getSqrtMethod) == null) {
          ScientificGrpc.getSqrtMethod = getSqrtMethod =
              io.grpc.MethodDescriptor.<course.scientific.v1.SqrtRequest, course.scientific.v1.Number>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Sqrt"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.scientific.v1.SqrtRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.scientific.v1.Number.getDefaultInstance()))
              .setSchemaDescriptor(new ScientificMethodDescriptorSupplier("Sqrt"))
              .build();
        }
      }
    }
    return getSqrtMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.scientific.v1.PowerRequest,
      course.scientific.v1.Number> getPowerMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Power",
      requestType = course.scientific.v1.PowerRequest.class,
      responseType = course.scientific.v1.Number.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.scientific.v1.PowerRequest,
      course.scientific.v1.Number> getPowerMethod() {
    io.grpc.MethodDescriptor<course.scientific.v1.PowerRequest, course.scientific.v1.Number> getPowerMethod;
    if ((getPowerMethod = ScientificGrpc.getPowerMethod) == null) {
      synchronized (ScientificGrpc.class) {
        if ((getPowerMethod = ScientificGrpc.getPowerMethod) == null) {
          ScientificGrpc.getPowerMethod = getPowerMethod =
              io.grpc.MethodDescriptor.<course.scientific.v1.PowerRequest, course.scientific.v1.Number>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Power"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.scientific.v1.PowerRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.scientific.v1.Number.getDefaultInstance()))
              .setSchemaDescriptor(new ScientificMethodDescriptorSupplier("Power"))
              .build();
        }
      }
    }
    return getPowerMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.scientific.v1.FactorialRequest,
      course.scientific.v1.Number> getFactorialMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Factorial",
      requestType = course.scientific.v1.FactorialRequest.class,
      responseType = course.scientific.v1.Number.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.scientific.v1.FactorialRequest,
      course.scientific.v1.Number> getFactorialMethod() {
    io.grpc.MethodDescriptor<course.scientific.v1.FactorialRequest, course.scientific.v1.Number> getFactorialMethod;
    if ((getFactorialMethod = ScientificGrpc.getFactorialMethod) == null) {
      synchronized (ScientificGrpc.class) {
        if ((getFactorialMethod = ScientificGrpc.getFactorialMethod) == null) {
          ScientificGrpc.getFactorialMethod = getFactorialMethod =
              io.grpc.MethodDescriptor.<course.scientific.v1.FactorialRequest, course.scientific.v1.Number>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Factorial"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.scientific.v1.FactorialRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.scientific.v1.Number.getDefaultInstance()))
              .setSchemaDescriptor(new ScientificMethodDescriptorSupplier("Factorial"))
              .build();
        }
      }
    }
    return getFactorialMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ScientificStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ScientificStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ScientificStub>() {
        @java.lang.Override
        public ScientificStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ScientificStub(channel, callOptions);
        }
      };
    return ScientificStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ScientificBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ScientificBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ScientificBlockingV2Stub>() {
        @java.lang.Override
        public ScientificBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ScientificBlockingV2Stub(channel, callOptions);
        }
      };
    return ScientificBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ScientificBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ScientificBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ScientificBlockingStub>() {
        @java.lang.Override
        public ScientificBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ScientificBlockingStub(channel, callOptions);
        }
      };
    return ScientificBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ScientificFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ScientificFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ScientificFutureStub>() {
        @java.lang.Override
        public ScientificFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ScientificFutureStub(channel, callOptions);
        }
      };
    return ScientificFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * The square root, correctly rounded. That of -0.0 is -0.0.
     * </pre>
     */
    default void sqrt(course.scientific.v1.SqrtRequest request,
        io.grpc.stub.StreamObserver<course.scientific.v1.Number> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getSqrtMethod(), responseObserver);
    }

    /**
     * <pre>
     * base to the power of exponent. Any base to the power of zero is 1.
     * </pre>
     */
    default void power(course.scientific.v1.PowerRequest request,
        io.grpc.stub.StreamObserver<course.scientific.v1.Number> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getPowerMethod(), responseObserver);
    }

    /**
     * <pre>
     * n!, correctly rounded: 1 for 0, RESULT_OUT_OF_RANGE from 171 on.
     * </pre>
     */
    default void factorial(course.scientific.v1.FactorialRequest request,
        io.grpc.stub.StreamObserver<course.scientific.v1.Number> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getFactorialMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Scientific.
   */
  public static abstract class ScientificImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ScientificGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Scientific.
   */
  public static final class ScientificStub
      extends io.grpc.stub.AbstractAsyncStub<ScientificStub> {
    private ScientificStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ScientificStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ScientificStub(channel, callOptions);
    }

    /**
     * <pre>
     * The square root, correctly rounded. That of -0.0 is -0.0.
     * </pre>
     */
    public void sqrt(course.scientific.v1.SqrtRequest request,
        io.grpc.stub.StreamObserver<course.scientific.v1.Number> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getSqrtMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * base to the power of exponent. Any base to the power of zero is 1.
     * </pre>
     */
    public void power(course.scientific.v1.PowerRequest request,
        io.grpc.stub.StreamObserver<course.scientific.v1.Number> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getPowerMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * n!, correctly rounded: 1 for 0, RESULT_OUT_OF_RANGE from 171 on.
     * </pre>
     */
    public void factorial(course.scientific.v1.FactorialRequest request,
        io.grpc.stub.StreamObserver<course.scientific.v1.Number> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getFactorialMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Scientific.
   */
  public static final class ScientificBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ScientificBlockingV2Stub> {
    private ScientificBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ScientificBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ScientificBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * The square root, correctly rounded. That of -0.0 is -0.0.
     * </pre>
     */
    public course.scientific.v1.Number sqrt(course.scientific.v1.SqrtRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getSqrtMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * base to the power of exponent. Any base to the power of zero is 1.
     * </pre>
     */
    public course.scientific.v1.Number power(course.scientific.v1.PowerRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getPowerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * n!, correctly rounded: 1 for 0, RESULT_OUT_OF_RANGE from 171 on.
     * </pre>
     */
    public course.scientific.v1.Number factorial(course.scientific.v1.FactorialRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getFactorialMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Scientific.
   */
  public static final class ScientificBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ScientificBlockingStub> {
    private ScientificBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ScientificBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ScientificBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * The square root, correctly rounded. That of -0.0 is -0.0.
     * </pre>
     */
    public course.scientific.v1.Number sqrt(course.scientific.v1.SqrtRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getSqrtMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * base to the power of exponent. Any base to the power of zero is 1.
     * </pre>
     */
    public course.scientific.v1.Number power(course.scientific.v1.PowerRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getPowerMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * n!, correctly rounded: 1 for 0, RESULT_OUT_OF_RANGE from 171 on.
     * </pre>
     */
    public course.scientific.v1.Number factorial(course.scientific.v1.FactorialRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getFactorialMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Scientific.
   */
  public static final class ScientificFutureStub
      extends io.grpc.stub.AbstractFutureStub<ScientificFutureStub> {
    private ScientificFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ScientificFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ScientificFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * The square root, correctly rounded. That of -0.0 is -0.0.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.scientific.v1.Number> sqrt(
        course.scientific.v1.SqrtRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getSqrtMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * base to the power of exponent. Any base to the power of zero is 1.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.scientific.v1.Number> power(
        course.scientific.v1.PowerRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getPowerMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * n!, correctly rounded: 1 for 0, RESULT_OUT_OF_RANGE from 171 on.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.scientific.v1.Number> factorial(
        course.scientific.v1.FactorialRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getFactorialMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_SQRT = 0;
  private static final int METHODID_POWER = 1;
  private static final int METHODID_FACTORIAL = 2;

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
        case METHODID_SQRT:
          serviceImpl.sqrt((course.scientific.v1.SqrtRequest) request,
              (io.grpc.stub.StreamObserver<course.scientific.v1.Number>) responseObserver);
          break;
        case METHODID_POWER:
          serviceImpl.power((course.scientific.v1.PowerRequest) request,
              (io.grpc.stub.StreamObserver<course.scientific.v1.Number>) responseObserver);
          break;
        case METHODID_FACTORIAL:
          serviceImpl.factorial((course.scientific.v1.FactorialRequest) request,
              (io.grpc.stub.StreamObserver<course.scientific.v1.Number>) responseObserver);
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
          getSqrtMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.scientific.v1.SqrtRequest,
              course.scientific.v1.Number>(
                service, METHODID_SQRT)))
        .addMethod(
          getPowerMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.scientific.v1.PowerRequest,
              course.scientific.v1.Number>(
                service, METHODID_POWER)))
        .addMethod(
          getFactorialMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.scientific.v1.FactorialRequest,
              course.scientific.v1.Number>(
                service, METHODID_FACTORIAL)))
        .build();
  }

  private static abstract class ScientificBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ScientificBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.scientific.v1.ScientificProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Scientific");
    }
  }

  private static final class ScientificFileDescriptorSupplier
      extends ScientificBaseDescriptorSupplier {
    ScientificFileDescriptorSupplier() {}
  }

  private static final class ScientificMethodDescriptorSupplier
      extends ScientificBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ScientificMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ScientificGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ScientificFileDescriptorSupplier())
              .addMethod(getSqrtMethod())
              .addMethod(getPowerMethod())
              .addMethod(getFactorialMethod())
              .build();
        }
      }
    }
    return result;
  }
}
