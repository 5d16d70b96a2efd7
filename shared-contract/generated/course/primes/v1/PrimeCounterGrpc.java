package course.primes.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class PrimeCounterGrpc {

  private PrimeCounterGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.primes.v1.PrimeCounter";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.primes.v1.CountPrimesRequest,
      course.primes.v1.CountPrimesResponse> getCountPrimesMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CountPrimes",
      requestType = course.primes.v1.CountPrimesRequest.class,
      responseType = course.primes.v1.CountPrimesResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.primes.v1.CountPrimesRequest,
      course.primes.v1.CountPrimesResponse> getCountPrimesMethod() {
    io.grpc.MethodDescriptor<course.primes.v1.CountPrimesRequest, course.primes.v1.CountPrimesResponse> getCountPrimesMethod;
    if ((getCountPrimesMethod = PrimeCounterGrpc.getCountPrimesMethod) == null) {
      synchronized (PrimeCounterGrpc.class) {
        if ((getCountPrimesMethod = PrimeCounterGrpc.getCountPrimesMethod) == null) {
          PrimeCounterGrpc.getCountPrimesMethod = getCountPrimesMethod =
              io.grpc.MethodDescriptor.<course.primes.v1.CountPrimesRequest, course.primes.v1.CountPrimesResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CountPrimes"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.primes.v1.CountPrimesRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.primes.v1.CountPrimesResponse.getDefaultInstance()))
              .setSchemaDescriptor(new PrimeCounterMethodDescriptorSupplier("CountPrimes"))
              .build();
        }
      }
    }
    return getCountPrimesMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static PrimeCounterStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PrimeCounterStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PrimeCounterStub>() {
        @java.lang.Override
        public PrimeCounterStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PrimeCounterStub(channel, callOptions);
        }
      };
    return PrimeCounterStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static PrimeCounterBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PrimeCounterBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PrimeCounterBlockingV2Stub>() {
        @java.lang.Override
        public PrimeCounterBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PrimeCounterBlockingV2Stub(channel, callOptions);
        }
      };
    return PrimeCounterBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static PrimeCounterBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PrimeCounterBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PrimeCounterBlockingStub>() {
        @java.lang.Override
        public PrimeCounterBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PrimeCounterBlockingStub(channel, callOptions);
        }
      };
    return PrimeCounterBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static PrimeCounterFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<PrimeCounterFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<PrimeCounterFutureStub>() {
        @java.lang.Override
        public PrimeCounterFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new PrimeCounterFutureStub(channel, callOptions);
        }
      };
    return PrimeCounterFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * Counts the primes below a limit. While it works it calls HostServices
     * (course.host.v1) on the stream that the request names.
     * </pre>
     */
    default void countPrimes(course.primes.v1.CountPrimesRequest request,
        io.grpc.stub.StreamObserver<course.primes.v1.CountPrimesResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCountPrimesMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service PrimeCounter.
   */
  public static abstract class PrimeCounterImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return PrimeCounterGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service PrimeCounter.
   */
  public static final class PrimeCounterStub
      extends io.grpc.stub.AbstractAsyncStub<PrimeCounterStub> {
    private PrimeCounterStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PrimeCounterStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PrimeCounterStub(channel, callOptions);
    }

    /**
     * <pre>
     * Counts the primes below a limit. While it works it calls HostServices
     * (course.host.v1) on the stream that the request names.
     * </pre>
     */
    public void countPrimes(course.primes.v1.CountPrimesRequest request,
        io.grpc.stub.StreamObserver<course.primes.v1.CountPrimesResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCountPrimesMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service PrimeCounter.
   */
  public static final class PrimeCounterBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<PrimeCounterBlockingV2Stub> {
    private PrimeCounterBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PrimeCounterBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PrimeCounterBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Counts the primes below a limit. While it works it calls HostServices
     * (course.host.v1) on the stream that the request names.
     * </pre>
     */
    public course.primes.v1.CountPrimesResponse countPrimes(course.primes.v1.CountPrimesRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCountPrimesMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service PrimeCounter.
   */
  public static final class PrimeCounterBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<PrimeCounterBlockingStub> {
    private PrimeCounterBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PrimeCounterBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PrimeCounterBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Counts the primes below a limit. While it works it calls HostServices
     * (course.host.v1) on the stream that the request names.
     * </pre>
     */
    public course.primes.v1.CountPrimesResponse countPrimes(course.primes.v1.CountPrimesRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCountPrimesMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service PrimeCounter.
   */
  public static final class PrimeCounterFutureStub
      extends io.grpc.stub.AbstractFutureStub<PrimeCounterFutureStub> {
    private PrimeCounterFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected PrimeCounterFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new PrimeCounterFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Counts the primes below a limit. While it works it calls HostServices
     * (course.host.v1) on the stream that the request names.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.primes.v1.CountPrimesResponse> countPrimes(
        course.primes.v1.CountPrimesRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCountPrimesMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_COUNT_PRIMES = 0;

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
        case METHODID_COUNT_PRIMES:
          serviceImpl.countPrimes((course.primes.v1.CountPrimesRequest) request,
              (io.grpc.stub.StreamObserver<course.primes.v1.CountPrimesResponse>) responseObserver);
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
          getCountPrimesMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.primes.v1.CountPrimesRequest,
              course.primes.v1.CountPrimesResponse>(
                service, METHODID_COUNT_PRIMES)))
        .build();
  }

  private static abstract class PrimeCounterBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    PrimeCounterBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.primes.v1.PrimesProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("PrimeCounter");
    }
  }

  private static final class PrimeCounterFileDescriptorSupplier
      extends PrimeCounterBaseDescriptorSupplier {
    PrimeCounterFileDescriptorSupplier() {}
  }

  private static final class PrimeCounterMethodDescriptorSupplier
      extends PrimeCounterBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    PrimeCounterMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (PrimeCounterGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new PrimeCounterFileDescriptorSupplier())
              .addMethod(getCountPrimesMethod())
              .build();
        }
      }
    }
    return result;
  }
}
