package course.bulk.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class BulkCalculatorGrpc {

  private BulkCalculatorGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.bulk.v1.BulkCalculator";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.bulk.v1.BulkOperation,
      course.bulk.v1.BulkOutcome> getCalculateOneMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CalculateOne",
      requestType = course.bulk.v1.BulkOperation.class,
      responseType = course.bulk.v1.BulkOutcome.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.bulk.v1.BulkOperation,
      course.bulk.v1.BulkOutcome> getCalculateOneMethod() {
    io.grpc.MethodDescriptor<course.bulk.v1.BulkOperation, course.bulk.v1.BulkOutcome> getCalculateOneMethod;
    if ((getCalculateOneMethod = BulkCalculatorGrpc.getCalculateOneMethod) == null) {
      synchronized (BulkCalculatorGrpc.class) {
        if ((getCalculateOneMethod = BulkCalculatorGrpc.getCalculateOneMethod) == null) {
          BulkCalculatorGrpc.getCalculateOneMethod = getCalculateOneMethod =
              io.grpc.MethodDescriptor.<course.bulk.v1.BulkOperation, course.bulk.v1.BulkOutcome>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CalculateOne"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.BulkOperation.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.BulkOutcome.getDefaultInstance()))
              .setSchemaDescriptor(new BulkCalculatorMethodDescriptorSupplier("CalculateOne"))
              .build();
        }
      }
    }
    return getCalculateOneMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.bulk.v1.BatchRequest,
      course.bulk.v1.BatchResponse> getBatchMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Batch",
      requestType = course.bulk.v1.BatchRequest.class,
      responseType = course.bulk.v1.BatchResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.bulk.v1.BatchRequest,
      course.bulk.v1.BatchResponse> getBatchMethod() {
    io.grpc.MethodDescriptor<course.bulk.v1.BatchRequest, course.bulk.v1.BatchResponse> getBatchMethod;
    if ((getBatchMethod = BulkCalculatorGrpc.getBatchMethod) == null) {
      synchronized (BulkCalculatorGrpc.class) {
        if ((getBatchMethod = BulkCalculatorGrpc.getBatchMethod) == null) {
          BulkCalculatorGrpc.getBatchMethod = getBatchMethod =
              io.grpc.MethodDescriptor.<course.bulk.v1.BatchRequest, course.bulk.v1.BatchResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Batch"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.BatchRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.BatchResponse.getDefaultInstance()))
              .setSchemaDescriptor(new BulkCalculatorMethodDescriptorSupplier("Batch"))
              .build();
        }
      }
    }
    return getBatchMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.bulk.v1.BulkOperation,
      course.bulk.v1.BulkOutcome> getCalculateMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Calculate",
      requestType = course.bulk.v1.BulkOperation.class,
      responseType = course.bulk.v1.BulkOutcome.class,
      methodType = io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
  public static io.grpc.MethodDescriptor<course.bulk.v1.BulkOperation,
      course.bulk.v1.BulkOutcome> getCalculateMethod() {
    io.grpc.MethodDescriptor<course.bulk.v1.BulkOperation, course.bulk.v1.BulkOutcome> getCalculateMethod;
    if ((getCalculateMethod = BulkCalculatorGrpc.getCalculateMethod) == null) {
      synchronized (BulkCalculatorGrpc.class) {
        if ((getCalculateMethod = BulkCalculatorGrpc.getCalculateMethod) == null) {
          BulkCalculatorGrpc.getCalculateMethod = getCalculateMethod =
              io.grpc.MethodDescriptor.<course.bulk.v1.BulkOperation, course.bulk.v1.BulkOutcome>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Calculate"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.BulkOperation.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.BulkOutcome.getDefaultInstance()))
              .setSchemaDescriptor(new BulkCalculatorMethodDescriptorSupplier("Calculate"))
              .build();
        }
      }
    }
    return getCalculateMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.bulk.v1.TableRequest,
      course.bulk.v1.TableAnswer> getTableMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Table",
      requestType = course.bulk.v1.TableRequest.class,
      responseType = course.bulk.v1.TableAnswer.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<course.bulk.v1.TableRequest,
      course.bulk.v1.TableAnswer> getTableMethod() {
    io.grpc.MethodDescriptor<course.bulk.v1.TableRequest, course.bulk.v1.TableAnswer> getTableMethod;
    if ((getTableMethod = BulkCalculatorGrpc.getTableMethod) == null) {
      synchronized (BulkCalculatorGrpc.class) {
        if ((getTableMethod = BulkCalculatorGrpc.getTableMethod) == null) {
          BulkCalculatorGrpc.getTableMethod = getTableMethod =
              io.grpc.MethodDescriptor.<course.bulk.v1.TableRequest, course.bulk.v1.TableAnswer>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Table"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.TableRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.bulk.v1.TableAnswer.getDefaultInstance()))
              .setSchemaDescriptor(new BulkCalculatorMethodDescriptorSupplier("Table"))
              .build();
        }
      }
    }
    return getTableMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static BulkCalculatorStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorStub>() {
        @java.lang.Override
        public BulkCalculatorStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BulkCalculatorStub(channel, callOptions);
        }
      };
    return BulkCalculatorStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static BulkCalculatorBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorBlockingV2Stub>() {
        @java.lang.Override
        public BulkCalculatorBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BulkCalculatorBlockingV2Stub(channel, callOptions);
        }
      };
    return BulkCalculatorBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static BulkCalculatorBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorBlockingStub>() {
        @java.lang.Override
        public BulkCalculatorBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BulkCalculatorBlockingStub(channel, callOptions);
        }
      };
    return BulkCalculatorBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static BulkCalculatorFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<BulkCalculatorFutureStub>() {
        @java.lang.Override
        public BulkCalculatorFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new BulkCalculatorFutureStub(channel, callOptions);
        }
      };
    return BulkCalculatorFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * One operation: what many at a time are measured against.
     * </pre>
     */
    default void calculateOne(course.bulk.v1.BulkOperation request,
        io.grpc.stub.StreamObserver<course.bulk.v1.BulkOutcome> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCalculateOneMethod(), responseObserver);
    }

    /**
     * <pre>
     * 0 to 1000 operations; the outcomes have their order and their number. With more
     * operations the call fails with INVALID_ARGUMENT and nothing is calculated.
     * A deadline or a cancellation stops it between two operations.
     * </pre>
     */
    default void batch(course.bulk.v1.BatchRequest request,
        io.grpc.stub.StreamObserver<course.bulk.v1.BatchResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getBatchMethod(), responseObserver);
    }

    /**
     * <pre>
     * The n-th outcome answers the n-th operation, as soon as it is there. The stream
     * ends when the caller's side has ended and each operation is answered. Each side
     * holds back what the other does not take: a plugin whose outcomes are not read
     * stops reading operations.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<course.bulk.v1.BulkOperation> calculate(
        io.grpc.stub.StreamObserver<course.bulk.v1.BulkOutcome> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getCalculateMethod(), responseObserver);
    }

    /**
     * <pre>
     * A table of results, row after row, no faster than they are read. A table out of
     * range fails with INVALID_ARGUMENT.
     * </pre>
     */
    default void table(course.bulk.v1.TableRequest request,
        io.grpc.stub.StreamObserver<course.bulk.v1.TableAnswer> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getTableMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service BulkCalculator.
   */
  public static abstract class BulkCalculatorImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return BulkCalculatorGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service BulkCalculator.
   */
  public static final class BulkCalculatorStub
      extends io.grpc.stub.AbstractAsyncStub<BulkCalculatorStub> {
    private BulkCalculatorStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BulkCalculatorStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BulkCalculatorStub(channel, callOptions);
    }

    /**
     * <pre>
     * One operation: what many at a time are measured against.
     * </pre>
     */
    public void calculateOne(course.bulk.v1.BulkOperation request,
        io.grpc.stub.StreamObserver<course.bulk.v1.BulkOutcome> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCalculateOneMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * 0 to 1000 operations; the outcomes have their order and their number. With more
     * operations the call fails with INVALID_ARGUMENT and nothing is calculated.
     * A deadline or a cancellation stops it between two operations.
     * </pre>
     */
    public void batch(course.bulk.v1.BatchRequest request,
        io.grpc.stub.StreamObserver<course.bulk.v1.BatchResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getBatchMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * The n-th outcome answers the n-th operation, as soon as it is there. The stream
     * ends when the caller's side has ended and each operation is answered. Each side
     * holds back what the other does not take: a plugin whose outcomes are not read
     * stops reading operations.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<course.bulk.v1.BulkOperation> calculate(
        io.grpc.stub.StreamObserver<course.bulk.v1.BulkOutcome> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
          getChannel().newCall(getCalculateMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * A table of results, row after row, no faster than they are read. A table out of
     * range fails with INVALID_ARGUMENT.
     * </pre>
     */
    public void table(course.bulk.v1.TableRequest request,
        io.grpc.stub.StreamObserver<course.bulk.v1.TableAnswer> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getTableMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service BulkCalculator.
   */
  public static final class BulkCalculatorBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<BulkCalculatorBlockingV2Stub> {
    private BulkCalculatorBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BulkCalculatorBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BulkCalculatorBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * One operation: what many at a time are measured against.
     * </pre>
     */
    public course.bulk.v1.BulkOutcome calculateOne(course.bulk.v1.BulkOperation request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCalculateOneMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * 0 to 1000 operations; the outcomes have their order and their number. With more
     * operations the call fails with INVALID_ARGUMENT and nothing is calculated.
     * A deadline or a cancellation stops it between two operations.
     * </pre>
     */
    public course.bulk.v1.BatchResponse batch(course.bulk.v1.BatchRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getBatchMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * The n-th outcome answers the n-th operation, as soon as it is there. The stream
     * ends when the caller's side has ended and each operation is answered. Each side
     * holds back what the other does not take: a plugin whose outcomes are not read
     * stops reading operations.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<course.bulk.v1.BulkOperation, course.bulk.v1.BulkOutcome>
        calculate() {
      return io.grpc.stub.ClientCalls.blockingBidiStreamingCall(
          getChannel(), getCalculateMethod(), getCallOptions());
    }

    /**
     * <pre>
     * A table of results, row after row, no faster than they are read. A table out of
     * range fails with INVALID_ARGUMENT.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, course.bulk.v1.TableAnswer>
        table(course.bulk.v1.TableRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getTableMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service BulkCalculator.
   */
  public static final class BulkCalculatorBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<BulkCalculatorBlockingStub> {
    private BulkCalculatorBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BulkCalculatorBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BulkCalculatorBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * One operation: what many at a time are measured against.
     * </pre>
     */
    public course.bulk.v1.BulkOutcome calculateOne(course.bulk.v1.BulkOperation request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCalculateOneMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * 0 to 1000 operations; the outcomes have their order and their number. With more
     * operations the call fails with INVALID_ARGUMENT and nothing is calculated.
     * A deadline or a cancellation stops it between two operations.
     * </pre>
     */
    public course.bulk.v1.BatchResponse batch(course.bulk.v1.BatchRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getBatchMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * A table of results, row after row, no faster than they are read. A table out of
     * range fails with INVALID_ARGUMENT.
     * </pre>
     */
    public java.util.Iterator<course.bulk.v1.TableAnswer> table(
        course.bulk.v1.TableRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getTableMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service BulkCalculator.
   */
  public static final class BulkCalculatorFutureStub
      extends io.grpc.stub.AbstractFutureStub<BulkCalculatorFutureStub> {
    private BulkCalculatorFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected BulkCalculatorFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new BulkCalculatorFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * One operation: what many at a time are measured against.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.bulk.v1.BulkOutcome> calculateOne(
        course.bulk.v1.BulkOperation request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCalculateOneMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * 0 to 1000 operations; the outcomes have their order and their number. With more
     * operations the call fails with INVALID_ARGUMENT and nothing is calculated.
     * A deadline or a cancellation stops it between two operations.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.bulk.v1.BatchResponse> batch(
        course.bulk.v1.BatchRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getBatchMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CALCULATE_ONE = 0;
  private static final int METHODID_BATCH = 1;
  private static final int METHODID_TABLE = 2;
  private static final int METHODID_CALCULATE = 3;

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
        case METHODID_CALCULATE_ONE:
          serviceImpl.calculateOne((course.bulk.v1.BulkOperation) request,
              (io.grpc.stub.StreamObserver<course.bulk.v1.BulkOutcome>) responseObserver);
          break;
        case METHODID_BATCH:
          serviceImpl.batch((course.bulk.v1.BatchRequest) request,
              (io.grpc.stub.StreamObserver<course.bulk.v1.BatchResponse>) responseObserver);
          break;
        case METHODID_TABLE:
          serviceImpl.table((course.bulk.v1.TableRequest) request,
              (io.grpc.stub.StreamObserver<course.bulk.v1.TableAnswer>) responseObserver);
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
        case METHODID_CALCULATE:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.calculate(
              (io.grpc.stub.StreamObserver<course.bulk.v1.BulkOutcome>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getCalculateOneMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.bulk.v1.BulkOperation,
              course.bulk.v1.BulkOutcome>(
                service, METHODID_CALCULATE_ONE)))
        .addMethod(
          getBatchMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.bulk.v1.BatchRequest,
              course.bulk.v1.BatchResponse>(
                service, METHODID_BATCH)))
        .addMethod(
          getCalculateMethod(),
          io.grpc.stub.ServerCalls.asyncBidiStreamingCall(
            new MethodHandlers<
              course.bulk.v1.BulkOperation,
              course.bulk.v1.BulkOutcome>(
                service, METHODID_CALCULATE)))
        .addMethod(
          getTableMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              course.bulk.v1.TableRequest,
              course.bulk.v1.TableAnswer>(
                service, METHODID_TABLE)))
        .build();
  }

  private static abstract class BulkCalculatorBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    BulkCalculatorBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.bulk.v1.BulkProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("BulkCalculator");
    }
  }

  private static final class BulkCalculatorFileDescriptorSupplier
      extends BulkCalculatorBaseDescriptorSupplier {
    BulkCalculatorFileDescriptorSupplier() {}
  }

  private static final class BulkCalculatorMethodDescriptorSupplier
      extends BulkCalculatorBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    BulkCalculatorMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (BulkCalculatorGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new BulkCalculatorFileDescriptorSupplier())
              .addMethod(getCalculateOneMethod())
              .addMethod(getBatchMethod())
              .addMethod(getCalculateMethod())
              .addMethod(getTableMethod())
              .build();
        }
      }
    }
    return result;
  }
}
