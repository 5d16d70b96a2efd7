package course.web.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class WebGrpc {

  private WebGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.web.v1.Web";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.web.v1.FetchRequest,
      course.web.v1.FetchPart> getFetchMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Fetch",
      requestType = course.web.v1.FetchRequest.class,
      responseType = course.web.v1.FetchPart.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<course.web.v1.FetchRequest,
      course.web.v1.FetchPart> getFetchMethod() {
    io.grpc.MethodDescriptor<course.web.v1.FetchRequest, course.web.v1.FetchPart> getFetchMethod;
    if ((getFetchMethod = WebGrpc.getFetchMethod) == null) {
      synchronized (WebGrpc.class) {
        if ((getFetchMethod = WebGrpc.getFetchMethod) == null) {
          WebGrpc.getFetchMethod = getFetchMethod =
              io.grpc.MethodDescriptor.<course.web.v1.FetchRequest, course.web.v1.FetchPart>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Fetch"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.web.v1.FetchRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.web.v1.FetchPart.getDefaultInstance()))
              .setSchemaDescriptor(new WebMethodDescriptorSupplier("Fetch"))
              .build();
        }
      }
    }
    return getFetchMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static WebStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebStub>() {
        @java.lang.Override
        public WebStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebStub(channel, callOptions);
        }
      };
    return WebStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static WebBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebBlockingV2Stub>() {
        @java.lang.Override
        public WebBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebBlockingV2Stub(channel, callOptions);
        }
      };
    return WebBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static WebBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebBlockingStub>() {
        @java.lang.Override
        public WebBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebBlockingStub(channel, callOptions);
        }
      };
    return WebBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static WebFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<WebFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<WebFutureStub>() {
        @java.lang.Override
        public WebFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new WebFutureStub(channel, callOptions);
        }
      };
    return WebFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * HTTP GET. The first message is the head, all others are chunks of the body.
     * </pre>
     */
    default void fetch(course.web.v1.FetchRequest request,
        io.grpc.stub.StreamObserver<course.web.v1.FetchPart> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getFetchMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Web.
   */
  public static abstract class WebImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return WebGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Web.
   */
  public static final class WebStub
      extends io.grpc.stub.AbstractAsyncStub<WebStub> {
    private WebStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebStub(channel, callOptions);
    }

    /**
     * <pre>
     * HTTP GET. The first message is the head, all others are chunks of the body.
     * </pre>
     */
    public void fetch(course.web.v1.FetchRequest request,
        io.grpc.stub.StreamObserver<course.web.v1.FetchPart> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getFetchMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Web.
   */
  public static final class WebBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<WebBlockingV2Stub> {
    private WebBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * HTTP GET. The first message is the head, all others are chunks of the body.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, course.web.v1.FetchPart>
        fetch(course.web.v1.FetchRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getFetchMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Web.
   */
  public static final class WebBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<WebBlockingStub> {
    private WebBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * HTTP GET. The first message is the head, all others are chunks of the body.
     * </pre>
     */
    public java.util.Iterator<course.web.v1.FetchPart> fetch(
        course.web.v1.FetchRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getFetchMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Web.
   */
  public static final class WebFutureStub
      extends io.grpc.stub.AbstractFutureStub<WebFutureStub> {
    private WebFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected WebFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new WebFutureStub(channel, callOptions);
    }
  }

  private static final int METHODID_FETCH = 0;

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
        case METHODID_FETCH:
          serviceImpl.fetch((course.web.v1.FetchRequest) request,
              (io.grpc.stub.StreamObserver<course.web.v1.FetchPart>) responseObserver);
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
          getFetchMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              course.web.v1.FetchRequest,
              course.web.v1.FetchPart>(
                service, METHODID_FETCH)))
        .build();
  }

  private static abstract class WebBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    WebBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.web.v1.WebProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Web");
    }
  }

  private static final class WebFileDescriptorSupplier
      extends WebBaseDescriptorSupplier {
    WebFileDescriptorSupplier() {}
  }

  private static final class WebMethodDescriptorSupplier
      extends WebBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    WebMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (WebGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new WebFileDescriptorSupplier())
              .addMethod(getFetchMethod())
              .build();
        }
      }
    }
    return result;
  }
}
