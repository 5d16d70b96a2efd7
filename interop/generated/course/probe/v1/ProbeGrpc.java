package course.probe.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class ProbeGrpc {

  private ProbeGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.probe.v1.Probe";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.probe.v1.CallBackRequest,
      course.probe.v1.CallBackResponse> getCallBackMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "CallBack",
      requestType = course.probe.v1.CallBackRequest.class,
      responseType = course.probe.v1.CallBackResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.probe.v1.CallBackRequest,
      course.probe.v1.CallBackResponse> getCallBackMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.CallBackRequest, course.probe.v1.CallBackResponse> getCallBackMethod;
    if ((getCallBackMethod = ProbeGrpc.getCallBackMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getCallBackMethod = ProbeGrpc.getCallBackMethod) == null) {
          ProbeGrpc.getCallBackMethod = getCallBackMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.CallBackRequest, course.probe.v1.CallBackResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "CallBack"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.CallBackRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.CallBackResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("CallBack"))
              .build();
        }
      }
    }
    return getCallBackMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.probe.v1.OpenStreamRequest,
      course.probe.v1.OpenStreamResponse> getOpenStreamMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "OpenStream",
      requestType = course.probe.v1.OpenStreamRequest.class,
      responseType = course.probe.v1.OpenStreamResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.probe.v1.OpenStreamRequest,
      course.probe.v1.OpenStreamResponse> getOpenStreamMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.OpenStreamRequest, course.probe.v1.OpenStreamResponse> getOpenStreamMethod;
    if ((getOpenStreamMethod = ProbeGrpc.getOpenStreamMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getOpenStreamMethod = ProbeGrpc.getOpenStreamMethod) == null) {
          ProbeGrpc.getOpenStreamMethod = getOpenStreamMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.OpenStreamRequest, course.probe.v1.OpenStreamResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "OpenStream"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.OpenStreamRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.OpenStreamResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("OpenStream"))
              .build();
        }
      }
    }
    return getOpenStreamMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.probe.v1.Operands,
      course.probe.v1.Sum> getAccumulateMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Accumulate",
      requestType = course.probe.v1.Operands.class,
      responseType = course.probe.v1.Sum.class,
      methodType = io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
  public static io.grpc.MethodDescriptor<course.probe.v1.Operands,
      course.probe.v1.Sum> getAccumulateMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.Operands, course.probe.v1.Sum> getAccumulateMethod;
    if ((getAccumulateMethod = ProbeGrpc.getAccumulateMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getAccumulateMethod = ProbeGrpc.getAccumulateMethod) == null) {
          ProbeGrpc.getAccumulateMethod = getAccumulateMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.Operands, course.probe.v1.Sum>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.BIDI_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Accumulate"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.Operands.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.Sum.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("Accumulate"))
              .build();
        }
      }
    }
    return getAccumulateMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.probe.v1.Payload,
      course.probe.v1.Payload> getEchoMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Echo",
      requestType = course.probe.v1.Payload.class,
      responseType = course.probe.v1.Payload.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.probe.v1.Payload,
      course.probe.v1.Payload> getEchoMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.Payload, course.probe.v1.Payload> getEchoMethod;
    if ((getEchoMethod = ProbeGrpc.getEchoMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getEchoMethod = ProbeGrpc.getEchoMethod) == null) {
          ProbeGrpc.getEchoMethod = getEchoMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.Payload, course.probe.v1.Payload>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Echo"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.Payload.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.Payload.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("Echo"))
              .build();
        }
      }
    }
    return getEchoMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.probe.v1.WriteRequest,
      course.probe.v1.WriteResponse> getWriteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Write",
      requestType = course.probe.v1.WriteRequest.class,
      responseType = course.probe.v1.WriteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.probe.v1.WriteRequest,
      course.probe.v1.WriteResponse> getWriteMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.WriteRequest, course.probe.v1.WriteResponse> getWriteMethod;
    if ((getWriteMethod = ProbeGrpc.getWriteMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getWriteMethod = ProbeGrpc.getWriteMethod) == null) {
          ProbeGrpc.getWriteMethod = getWriteMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.WriteRequest, course.probe.v1.WriteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Write"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.WriteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.WriteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("Write"))
              .build();
        }
      }
    }
    return getWriteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.probe.v1.LogRequest,
      course.probe.v1.LogResponse> getLogMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Log",
      requestType = course.probe.v1.LogRequest.class,
      responseType = course.probe.v1.LogResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.probe.v1.LogRequest,
      course.probe.v1.LogResponse> getLogMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.LogRequest, course.probe.v1.LogResponse> getLogMethod;
    if ((getLogMethod = ProbeGrpc.getLogMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getLogMethod = ProbeGrpc.getLogMethod) == null) {
          ProbeGrpc.getLogMethod = getLogMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.LogRequest, course.probe.v1.LogResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Log"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.LogRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.LogResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("Log"))
              .build();
        }
      }
    }
    return getLogMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.probe.v1.LookRequest,
      course.probe.v1.LookResponse> getLookMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Look",
      requestType = course.probe.v1.LookRequest.class,
      responseType = course.probe.v1.LookResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.probe.v1.LookRequest,
      course.probe.v1.LookResponse> getLookMethod() {
    io.grpc.MethodDescriptor<course.probe.v1.LookRequest, course.probe.v1.LookResponse> getLookMethod;
    if ((getLookMethod = ProbeGrpc.getLookMethod) == null) {
      synchronized (ProbeGrpc.class) {
        if ((getLookMethod = ProbeGrpc.getLookMethod) == null) {
          ProbeGrpc.getLookMethod = getLookMethod =
              io.grpc.MethodDescriptor.<course.probe.v1.LookRequest, course.probe.v1.LookResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Look"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.LookRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.probe.v1.LookResponse.getDefaultInstance()))
              .setSchemaDescriptor(new ProbeMethodDescriptorSupplier("Look"))
              .build();
        }
      }
    }
    return getLookMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static ProbeStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProbeStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProbeStub>() {
        @java.lang.Override
        public ProbeStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProbeStub(channel, callOptions);
        }
      };
    return ProbeStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static ProbeBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProbeBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProbeBlockingV2Stub>() {
        @java.lang.Override
        public ProbeBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProbeBlockingV2Stub(channel, callOptions);
        }
      };
    return ProbeBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static ProbeBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProbeBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProbeBlockingStub>() {
        @java.lang.Override
        public ProbeBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProbeBlockingStub(channel, callOptions);
        }
      };
    return ProbeBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static ProbeFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<ProbeFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<ProbeFutureStub>() {
        @java.lang.Override
        public ProbeFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new ProbeFutureStub(channel, callOptions);
        }
      };
    return ProbeFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * Dials the broker's stream `stream_id`, where the caller serves a Calculator,
     * initializes it and lets it add. The connection is closed before the answer is sent.
     * </pre>
     */
    default void callBack(course.probe.v1.CallBackRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.CallBackResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getCallBackMethod(), responseObserver);
    }

    /**
     * <pre>
     * Serves a Calculator on a new broker stream and answers its id before it is
     * accepted or after: the caller may dial at once. It is served until the process
     * ends or the next OpenStream. The caller initializes it.
     * </pre>
     */
    default void openStream(course.probe.v1.OpenStreamRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.OpenStreamResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getOpenStreamMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers each pair with the sum of all operands so far.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<course.probe.v1.Operands> accumulate(
        io.grpc.stub.StreamObserver<course.probe.v1.Sum> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getAccumulateMethod(), responseObserver);
    }

    /**
     * <pre>
     * Answers with the same bytes.
     * </pre>
     */
    default void echo(course.probe.v1.Payload request,
        io.grpc.stub.StreamObserver<course.probe.v1.Payload> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getEchoMethod(), responseObserver);
    }

    /**
     * <pre>
     * Writes to the process's stdout or stderr, as the plugin's own code would.
     * </pre>
     */
    default void write(course.probe.v1.WriteRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.WriteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getWriteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Logs lines through the plugin's logger, at level info.
     * </pre>
     */
    default void log(course.probe.v1.LogRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.LogResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getLogMethod(), responseObserver);
    }

    /**
     * <pre>
     * Tells what the plugin sees of its process.
     * </pre>
     */
    default void look(course.probe.v1.LookRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.LookResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getLookMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Probe.
   */
  public static abstract class ProbeImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return ProbeGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Probe.
   */
  public static final class ProbeStub
      extends io.grpc.stub.AbstractAsyncStub<ProbeStub> {
    private ProbeStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProbeStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProbeStub(channel, callOptions);
    }

    /**
     * <pre>
     * Dials the broker's stream `stream_id`, where the caller serves a Calculator,
     * initializes it and lets it add. The connection is closed before the answer is sent.
     * </pre>
     */
    public void callBack(course.probe.v1.CallBackRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.CallBackResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getCallBackMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Serves a Calculator on a new broker stream and answers its id before it is
     * accepted or after: the caller may dial at once. It is served until the process
     * ends or the next OpenStream. The caller initializes it.
     * </pre>
     */
    public void openStream(course.probe.v1.OpenStreamRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.OpenStreamResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getOpenStreamMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Answers each pair with the sum of all operands so far.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<course.probe.v1.Operands> accumulate(
        io.grpc.stub.StreamObserver<course.probe.v1.Sum> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncBidiStreamingCall(
          getChannel().newCall(getAccumulateMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * Answers with the same bytes.
     * </pre>
     */
    public void echo(course.probe.v1.Payload request,
        io.grpc.stub.StreamObserver<course.probe.v1.Payload> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getEchoMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Writes to the process's stdout or stderr, as the plugin's own code would.
     * </pre>
     */
    public void write(course.probe.v1.WriteRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.WriteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getWriteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Logs lines through the plugin's logger, at level info.
     * </pre>
     */
    public void log(course.probe.v1.LogRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.LogResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getLogMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Tells what the plugin sees of its process.
     * </pre>
     */
    public void look(course.probe.v1.LookRequest request,
        io.grpc.stub.StreamObserver<course.probe.v1.LookResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getLookMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Probe.
   */
  public static final class ProbeBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<ProbeBlockingV2Stub> {
    private ProbeBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProbeBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProbeBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * Dials the broker's stream `stream_id`, where the caller serves a Calculator,
     * initializes it and lets it add. The connection is closed before the answer is sent.
     * </pre>
     */
    public course.probe.v1.CallBackResponse callBack(course.probe.v1.CallBackRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getCallBackMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Serves a Calculator on a new broker stream and answers its id before it is
     * accepted or after: the caller may dial at once. It is served until the process
     * ends or the next OpenStream. The caller initializes it.
     * </pre>
     */
    public course.probe.v1.OpenStreamResponse openStream(course.probe.v1.OpenStreamRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getOpenStreamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers each pair with the sum of all operands so far.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<course.probe.v1.Operands, course.probe.v1.Sum>
        accumulate() {
      return io.grpc.stub.ClientCalls.blockingBidiStreamingCall(
          getChannel(), getAccumulateMethod(), getCallOptions());
    }

    /**
     * <pre>
     * Answers with the same bytes.
     * </pre>
     */
    public course.probe.v1.Payload echo(course.probe.v1.Payload request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getEchoMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Writes to the process's stdout or stderr, as the plugin's own code would.
     * </pre>
     */
    public course.probe.v1.WriteResponse write(course.probe.v1.WriteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getWriteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Logs lines through the plugin's logger, at level info.
     * </pre>
     */
    public course.probe.v1.LogResponse log(course.probe.v1.LogRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getLogMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Tells what the plugin sees of its process.
     * </pre>
     */
    public course.probe.v1.LookResponse look(course.probe.v1.LookRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getLookMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Probe.
   */
  public static final class ProbeBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<ProbeBlockingStub> {
    private ProbeBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProbeBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProbeBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * Dials the broker's stream `stream_id`, where the caller serves a Calculator,
     * initializes it and lets it add. The connection is closed before the answer is sent.
     * </pre>
     */
    public course.probe.v1.CallBackResponse callBack(course.probe.v1.CallBackRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getCallBackMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Serves a Calculator on a new broker stream and answers its id before it is
     * accepted or after: the caller may dial at once. It is served until the process
     * ends or the next OpenStream. The caller initializes it.
     * </pre>
     */
    public course.probe.v1.OpenStreamResponse openStream(course.probe.v1.OpenStreamRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getOpenStreamMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Answers with the same bytes.
     * </pre>
     */
    public course.probe.v1.Payload echo(course.probe.v1.Payload request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getEchoMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Writes to the process's stdout or stderr, as the plugin's own code would.
     * </pre>
     */
    public course.probe.v1.WriteResponse write(course.probe.v1.WriteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getWriteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Logs lines through the plugin's logger, at level info.
     * </pre>
     */
    public course.probe.v1.LogResponse log(course.probe.v1.LogRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getLogMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Tells what the plugin sees of its process.
     * </pre>
     */
    public course.probe.v1.LookResponse look(course.probe.v1.LookRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getLookMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Probe.
   */
  public static final class ProbeFutureStub
      extends io.grpc.stub.AbstractFutureStub<ProbeFutureStub> {
    private ProbeFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected ProbeFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new ProbeFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * Dials the broker's stream `stream_id`, where the caller serves a Calculator,
     * initializes it and lets it add. The connection is closed before the answer is sent.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.probe.v1.CallBackResponse> callBack(
        course.probe.v1.CallBackRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getCallBackMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Serves a Calculator on a new broker stream and answers its id before it is
     * accepted or after: the caller may dial at once. It is served until the process
     * ends or the next OpenStream. The caller initializes it.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.probe.v1.OpenStreamResponse> openStream(
        course.probe.v1.OpenStreamRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getOpenStreamMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Answers with the same bytes.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.probe.v1.Payload> echo(
        course.probe.v1.Payload request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getEchoMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Writes to the process's stdout or stderr, as the plugin's own code would.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.probe.v1.WriteResponse> write(
        course.probe.v1.WriteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getWriteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Logs lines through the plugin's logger, at level info.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.probe.v1.LogResponse> log(
        course.probe.v1.LogRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getLogMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Tells what the plugin sees of its process.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.probe.v1.LookResponse> look(
        course.probe.v1.LookRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getLookMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_CALL_BACK = 0;
  private static final int METHODID_OPEN_STREAM = 1;
  private static final int METHODID_ECHO = 2;
  private static final int METHODID_WRITE = 3;
  private static final int METHODID_LOG = 4;
  private static final int METHODID_LOOK = 5;
  private static final int METHODID_ACCUMULATE = 6;

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
        case METHODID_CALL_BACK:
          serviceImpl.callBack((course.probe.v1.CallBackRequest) request,
              (io.grpc.stub.StreamObserver<course.probe.v1.CallBackResponse>) responseObserver);
          break;
        case METHODID_OPEN_STREAM:
          serviceImpl.openStream((course.probe.v1.OpenStreamRequest) request,
              (io.grpc.stub.StreamObserver<course.probe.v1.OpenStreamResponse>) responseObserver);
          break;
        case METHODID_ECHO:
          serviceImpl.echo((course.probe.v1.Payload) request,
              (io.grpc.stub.StreamObserver<course.probe.v1.Payload>) responseObserver);
          break;
        case METHODID_WRITE:
          serviceImpl.write((course.probe.v1.WriteRequest) request,
              (io.grpc.stub.StreamObserver<course.probe.v1.WriteResponse>) responseObserver);
          break;
        case METHODID_LOG:
          serviceImpl.log((course.probe.v1.LogRequest) request,
              (io.grpc.stub.StreamObserver<course.probe.v1.LogResponse>) responseObserver);
          break;
        case METHODID_LOOK:
          serviceImpl.look((course.probe.v1.LookRequest) request,
              (io.grpc.stub.StreamObserver<course.probe.v1.LookResponse>) responseObserver);
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
        case METHODID_ACCUMULATE:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.accumulate(
              (io.grpc.stub.StreamObserver<course.probe.v1.Sum>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getCallBackMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.probe.v1.CallBackRequest,
              course.probe.v1.CallBackResponse>(
                service, METHODID_CALL_BACK)))
        .addMethod(
          getOpenStreamMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.probe.v1.OpenStreamRequest,
              course.probe.v1.OpenStreamResponse>(
                service, METHODID_OPEN_STREAM)))
        .addMethod(
          getAccumulateMethod(),
          io.grpc.stub.ServerCalls.asyncBidiStreamingCall(
            new MethodHandlers<
              course.probe.v1.Operands,
              course.probe.v1.Sum>(
                service, METHODID_ACCUMULATE)))
        .addMethod(
          getEchoMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.probe.v1.Payload,
              course.probe.v1.Payload>(
                service, METHODID_ECHO)))
        .addMethod(
          getWriteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.probe.v1.WriteRequest,
              course.probe.v1.WriteResponse>(
                service, METHODID_WRITE)))
        .addMethod(
          getLogMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.probe.v1.LogRequest,
              course.probe.v1.LogResponse>(
                service, METHODID_LOG)))
        .addMethod(
          getLookMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.probe.v1.LookRequest,
              course.probe.v1.LookResponse>(
                service, METHODID_LOOK)))
        .build();
  }

  private static abstract class ProbeBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    ProbeBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.probe.v1.ProbeProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Probe");
    }
  }

  private static final class ProbeFileDescriptorSupplier
      extends ProbeBaseDescriptorSupplier {
    ProbeFileDescriptorSupplier() {}
  }

  private static final class ProbeMethodDescriptorSupplier
      extends ProbeBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    ProbeMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (ProbeGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new ProbeFileDescriptorSupplier())
              .addMethod(getCallBackMethod())
              .addMethod(getOpenStreamMethod())
              .addMethod(getAccumulateMethod())
              .addMethod(getEchoMethod())
              .addMethod(getWriteMethod())
              .addMethod(getLogMethod())
              .addMethod(getLookMethod())
              .build();
        }
      }
    }
    return result;
  }
}
