package course.files.v1;

import static io.grpc.MethodDescriptor.generateFullMethodName;

/**
 */
@io.grpc.stub.annotations.GrpcGenerated
public final class FilesGrpc {

  private FilesGrpc() {}

  public static final java.lang.String SERVICE_NAME = "course.files.v1.Files";

  // Static method descriptors that strictly reflect the proto.
  private static volatile io.grpc.MethodDescriptor<course.files.v1.ReadRequest,
      course.files.v1.Chunk> getReadMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Read",
      requestType = course.files.v1.ReadRequest.class,
      responseType = course.files.v1.Chunk.class,
      methodType = io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
  public static io.grpc.MethodDescriptor<course.files.v1.ReadRequest,
      course.files.v1.Chunk> getReadMethod() {
    io.grpc.MethodDescriptor<course.files.v1.ReadRequest, course.files.v1.Chunk> getReadMethod;
    if ((getReadMethod = FilesGrpc.getReadMethod) == null) {
      synchronized (FilesGrpc.class) {
        if ((getReadMethod = FilesGrpc.getReadMethod) == null) {
          FilesGrpc.getReadMethod = getReadMethod =
              io.grpc.MethodDescriptor.<course.files.v1.ReadRequest, course.files.v1.Chunk>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.SERVER_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Read"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.ReadRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.Chunk.getDefaultInstance()))
              .setSchemaDescriptor(new FilesMethodDescriptorSupplier("Read"))
              .build();
        }
      }
    }
    return getReadMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.files.v1.ReadAtRequest,
      course.files.v1.Chunk> getReadAtMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "ReadAt",
      requestType = course.files.v1.ReadAtRequest.class,
      responseType = course.files.v1.Chunk.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.files.v1.ReadAtRequest,
      course.files.v1.Chunk> getReadAtMethod() {
    io.grpc.MethodDescriptor<course.files.v1.ReadAtRequest, course.files.v1.Chunk> getReadAtMethod;
    if ((getReadAtMethod = FilesGrpc.getReadAtMethod) == null) {
      synchronized (FilesGrpc.class) {
        if ((getReadAtMethod = FilesGrpc.getReadAtMethod) == null) {
          FilesGrpc.getReadAtMethod = getReadAtMethod =
              io.grpc.MethodDescriptor.<course.files.v1.ReadAtRequest, course.files.v1.Chunk>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "ReadAt"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.ReadAtRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.Chunk.getDefaultInstance()))
              .setSchemaDescriptor(new FilesMethodDescriptorSupplier("ReadAt"))
              .build();
        }
      }
    }
    return getReadAtMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.files.v1.WriteRequest,
      course.files.v1.WriteResponse> getWriteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Write",
      requestType = course.files.v1.WriteRequest.class,
      responseType = course.files.v1.WriteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
  public static io.grpc.MethodDescriptor<course.files.v1.WriteRequest,
      course.files.v1.WriteResponse> getWriteMethod() {
    io.grpc.MethodDescriptor<course.files.v1.WriteRequest, course.files.v1.WriteResponse> getWriteMethod;
    if ((getWriteMethod = FilesGrpc.getWriteMethod) == null) {
      synchronized (FilesGrpc.class) {
        if ((getWriteMethod = FilesGrpc.getWriteMethod) == null) {
          FilesGrpc.getWriteMethod = getWriteMethod =
              io.grpc.MethodDescriptor.<course.files.v1.WriteRequest, course.files.v1.WriteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.CLIENT_STREAMING)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Write"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.WriteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.WriteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FilesMethodDescriptorSupplier("Write"))
              .build();
        }
      }
    }
    return getWriteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.files.v1.DeleteRequest,
      course.files.v1.DeleteResponse> getDeleteMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "Delete",
      requestType = course.files.v1.DeleteRequest.class,
      responseType = course.files.v1.DeleteResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.files.v1.DeleteRequest,
      course.files.v1.DeleteResponse> getDeleteMethod() {
    io.grpc.MethodDescriptor<course.files.v1.DeleteRequest, course.files.v1.DeleteResponse> getDeleteMethod;
    if ((getDeleteMethod = FilesGrpc.getDeleteMethod) == null) {
      synchronized (FilesGrpc.class) {
        if ((getDeleteMethod = FilesGrpc.getDeleteMethod) == null) {
          FilesGrpc.getDeleteMethod = getDeleteMethod =
              io.grpc.MethodDescriptor.<course.files.v1.DeleteRequest, course.files.v1.DeleteResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "Delete"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.DeleteRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.DeleteResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FilesMethodDescriptorSupplier("Delete"))
              .build();
        }
      }
    }
    return getDeleteMethod;
  }

  private static volatile io.grpc.MethodDescriptor<course.files.v1.ListRequest,
      course.files.v1.ListResponse> getListMethod;

  @io.grpc.stub.annotations.RpcMethod(
      fullMethodName = SERVICE_NAME + '/' + "List",
      requestType = course.files.v1.ListRequest.class,
      responseType = course.files.v1.ListResponse.class,
      methodType = io.grpc.MethodDescriptor.MethodType.UNARY)
  public static io.grpc.MethodDescriptor<course.files.v1.ListRequest,
      course.files.v1.ListResponse> getListMethod() {
    io.grpc.MethodDescriptor<course.files.v1.ListRequest, course.files.v1.ListResponse> getListMethod;
    if ((getListMethod = FilesGrpc.getListMethod) == null) {
      synchronized (FilesGrpc.class) {
        if ((getListMethod = FilesGrpc.getListMethod) == null) {
          FilesGrpc.getListMethod = getListMethod =
              io.grpc.MethodDescriptor.<course.files.v1.ListRequest, course.files.v1.ListResponse>newBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(generateFullMethodName(SERVICE_NAME, "List"))
              .setSampledToLocalTracing(true)
              .setRequestMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.ListRequest.getDefaultInstance()))
              .setResponseMarshaller(io.grpc.protobuf.ProtoUtils.marshaller(
                  course.files.v1.ListResponse.getDefaultInstance()))
              .setSchemaDescriptor(new FilesMethodDescriptorSupplier("List"))
              .build();
        }
      }
    }
    return getListMethod;
  }

  /**
   * Creates a new async stub that supports all call types for the service
   */
  public static FilesStub newStub(io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FilesStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FilesStub>() {
        @java.lang.Override
        public FilesStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FilesStub(channel, callOptions);
        }
      };
    return FilesStub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports all types of calls on the service
   */
  public static FilesBlockingV2Stub newBlockingV2Stub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FilesBlockingV2Stub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FilesBlockingV2Stub>() {
        @java.lang.Override
        public FilesBlockingV2Stub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FilesBlockingV2Stub(channel, callOptions);
        }
      };
    return FilesBlockingV2Stub.newStub(factory, channel);
  }

  /**
   * Creates a new blocking-style stub that supports unary and streaming output calls on the service
   */
  public static FilesBlockingStub newBlockingStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FilesBlockingStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FilesBlockingStub>() {
        @java.lang.Override
        public FilesBlockingStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FilesBlockingStub(channel, callOptions);
        }
      };
    return FilesBlockingStub.newStub(factory, channel);
  }

  /**
   * Creates a new ListenableFuture-style stub that supports unary calls on the service
   */
  public static FilesFutureStub newFutureStub(
      io.grpc.Channel channel) {
    io.grpc.stub.AbstractStub.StubFactory<FilesFutureStub> factory =
      new io.grpc.stub.AbstractStub.StubFactory<FilesFutureStub>() {
        @java.lang.Override
        public FilesFutureStub newStub(io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
          return new FilesFutureStub(channel, callOptions);
        }
      };
    return FilesFutureStub.newStub(factory, channel);
  }

  /**
   */
  public interface AsyncService {

    /**
     * <pre>
     * The content from the first byte on; an empty file has no chunk.
     * </pre>
     */
    default void read(course.files.v1.ReadRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.Chunk> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReadMethod(), responseObserver);
    }

    /**
     * <pre>
     * A part of a file in one message: for a few bytes, not for a whole file.
     * </pre>
     */
    default void readAt(course.files.v1.ReadAtRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.Chunk> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getReadAtMethod(), responseObserver);
    }

    /**
     * <pre>
     * Makes or replaces a file. The first message has the path, all others a chunk. The
     * file changes when the caller has ended the stream, at once and as a whole; a stream
     * that breaks off changes nothing.
     * </pre>
     */
    default io.grpc.stub.StreamObserver<course.files.v1.WriteRequest> write(
        io.grpc.stub.StreamObserver<course.files.v1.WriteResponse> responseObserver) {
      return io.grpc.stub.ServerCalls.asyncUnimplementedStreamingCall(getWriteMethod(), responseObserver);
    }

    /**
     * <pre>
     * Removes a file, not a directory.
     * </pre>
     */
    default void delete(course.files.v1.DeleteRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.DeleteResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getDeleteMethod(), responseObserver);
    }

    /**
     * <pre>
     * What lies in a directory, by name.
     * </pre>
     */
    default void list(course.files.v1.ListRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.ListResponse> responseObserver) {
      io.grpc.stub.ServerCalls.asyncUnimplementedUnaryCall(getListMethod(), responseObserver);
    }
  }

  /**
   * Base class for the server implementation of the service Files.
   */
  public static abstract class FilesImplBase
      implements io.grpc.BindableService, AsyncService {

    @java.lang.Override public final io.grpc.ServerServiceDefinition bindService() {
      return FilesGrpc.bindService(this);
    }
  }

  /**
   * A stub to allow clients to do asynchronous rpc calls to service Files.
   */
  public static final class FilesStub
      extends io.grpc.stub.AbstractAsyncStub<FilesStub> {
    private FilesStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FilesStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FilesStub(channel, callOptions);
    }

    /**
     * <pre>
     * The content from the first byte on; an empty file has no chunk.
     * </pre>
     */
    public void read(course.files.v1.ReadRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.Chunk> responseObserver) {
      io.grpc.stub.ClientCalls.asyncServerStreamingCall(
          getChannel().newCall(getReadMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * A part of a file in one message: for a few bytes, not for a whole file.
     * </pre>
     */
    public void readAt(course.files.v1.ReadAtRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.Chunk> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getReadAtMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * Makes or replaces a file. The first message has the path, all others a chunk. The
     * file changes when the caller has ended the stream, at once and as a whole; a stream
     * that breaks off changes nothing.
     * </pre>
     */
    public io.grpc.stub.StreamObserver<course.files.v1.WriteRequest> write(
        io.grpc.stub.StreamObserver<course.files.v1.WriteResponse> responseObserver) {
      return io.grpc.stub.ClientCalls.asyncClientStreamingCall(
          getChannel().newCall(getWriteMethod(), getCallOptions()), responseObserver);
    }

    /**
     * <pre>
     * Removes a file, not a directory.
     * </pre>
     */
    public void delete(course.files.v1.DeleteRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.DeleteResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getDeleteMethod(), getCallOptions()), request, responseObserver);
    }

    /**
     * <pre>
     * What lies in a directory, by name.
     * </pre>
     */
    public void list(course.files.v1.ListRequest request,
        io.grpc.stub.StreamObserver<course.files.v1.ListResponse> responseObserver) {
      io.grpc.stub.ClientCalls.asyncUnaryCall(
          getChannel().newCall(getListMethod(), getCallOptions()), request, responseObserver);
    }
  }

  /**
   * A stub to allow clients to do synchronous rpc calls to service Files.
   */
  public static final class FilesBlockingV2Stub
      extends io.grpc.stub.AbstractBlockingStub<FilesBlockingV2Stub> {
    private FilesBlockingV2Stub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FilesBlockingV2Stub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FilesBlockingV2Stub(channel, callOptions);
    }

    /**
     * <pre>
     * The content from the first byte on; an empty file has no chunk.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<?, course.files.v1.Chunk>
        read(course.files.v1.ReadRequest request) {
      return io.grpc.stub.ClientCalls.blockingV2ServerStreamingCall(
          getChannel(), getReadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * A part of a file in one message: for a few bytes, not for a whole file.
     * </pre>
     */
    public course.files.v1.Chunk readAt(course.files.v1.ReadAtRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getReadAtMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Makes or replaces a file. The first message has the path, all others a chunk. The
     * file changes when the caller has ended the stream, at once and as a whole; a stream
     * that breaks off changes nothing.
     * </pre>
     */
    @io.grpc.ExperimentalApi("https://github.com/grpc/grpc-java/issues/10918")
    public io.grpc.stub.BlockingClientCall<course.files.v1.WriteRequest, course.files.v1.WriteResponse>
        write() {
      return io.grpc.stub.ClientCalls.blockingClientStreamingCall(
          getChannel(), getWriteMethod(), getCallOptions());
    }

    /**
     * <pre>
     * Removes a file, not a directory.
     * </pre>
     */
    public course.files.v1.DeleteResponse delete(course.files.v1.DeleteRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getDeleteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * What lies in a directory, by name.
     * </pre>
     */
    public course.files.v1.ListResponse list(course.files.v1.ListRequest request) throws io.grpc.StatusException {
      return io.grpc.stub.ClientCalls.blockingV2UnaryCall(
          getChannel(), getListMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do limited synchronous rpc calls to service Files.
   */
  public static final class FilesBlockingStub
      extends io.grpc.stub.AbstractBlockingStub<FilesBlockingStub> {
    private FilesBlockingStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FilesBlockingStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FilesBlockingStub(channel, callOptions);
    }

    /**
     * <pre>
     * The content from the first byte on; an empty file has no chunk.
     * </pre>
     */
    public java.util.Iterator<course.files.v1.Chunk> read(
        course.files.v1.ReadRequest request) {
      return io.grpc.stub.ClientCalls.blockingServerStreamingCall(
          getChannel(), getReadMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * A part of a file in one message: for a few bytes, not for a whole file.
     * </pre>
     */
    public course.files.v1.Chunk readAt(course.files.v1.ReadAtRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getReadAtMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * Removes a file, not a directory.
     * </pre>
     */
    public course.files.v1.DeleteResponse delete(course.files.v1.DeleteRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getDeleteMethod(), getCallOptions(), request);
    }

    /**
     * <pre>
     * What lies in a directory, by name.
     * </pre>
     */
    public course.files.v1.ListResponse list(course.files.v1.ListRequest request) {
      return io.grpc.stub.ClientCalls.blockingUnaryCall(
          getChannel(), getListMethod(), getCallOptions(), request);
    }
  }

  /**
   * A stub to allow clients to do ListenableFuture-style rpc calls to service Files.
   */
  public static final class FilesFutureStub
      extends io.grpc.stub.AbstractFutureStub<FilesFutureStub> {
    private FilesFutureStub(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      super(channel, callOptions);
    }

    @java.lang.Override
    protected FilesFutureStub build(
        io.grpc.Channel channel, io.grpc.CallOptions callOptions) {
      return new FilesFutureStub(channel, callOptions);
    }

    /**
     * <pre>
     * A part of a file in one message: for a few bytes, not for a whole file.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.files.v1.Chunk> readAt(
        course.files.v1.ReadAtRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getReadAtMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * Removes a file, not a directory.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.files.v1.DeleteResponse> delete(
        course.files.v1.DeleteRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getDeleteMethod(), getCallOptions()), request);
    }

    /**
     * <pre>
     * What lies in a directory, by name.
     * </pre>
     */
    public com.google.common.util.concurrent.ListenableFuture<course.files.v1.ListResponse> list(
        course.files.v1.ListRequest request) {
      return io.grpc.stub.ClientCalls.futureUnaryCall(
          getChannel().newCall(getListMethod(), getCallOptions()), request);
    }
  }

  private static final int METHODID_READ = 0;
  private static final int METHODID_READ_AT = 1;
  private static final int METHODID_DELETE = 2;
  private static final int METHODID_LIST = 3;
  private static final int METHODID_WRITE = 4;

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
          serviceImpl.read((course.files.v1.ReadRequest) request,
              (io.grpc.stub.StreamObserver<course.files.v1.Chunk>) responseObserver);
          break;
        case METHODID_READ_AT:
          serviceImpl.readAt((course.files.v1.ReadAtRequest) request,
              (io.grpc.stub.StreamObserver<course.files.v1.Chunk>) responseObserver);
          break;
        case METHODID_DELETE:
          serviceImpl.delete((course.files.v1.DeleteRequest) request,
              (io.grpc.stub.StreamObserver<course.files.v1.DeleteResponse>) responseObserver);
          break;
        case METHODID_LIST:
          serviceImpl.list((course.files.v1.ListRequest) request,
              (io.grpc.stub.StreamObserver<course.files.v1.ListResponse>) responseObserver);
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
        case METHODID_WRITE:
          return (io.grpc.stub.StreamObserver<Req>) serviceImpl.write(
              (io.grpc.stub.StreamObserver<course.files.v1.WriteResponse>) responseObserver);
        default:
          throw new AssertionError();
      }
    }
  }

  public static final io.grpc.ServerServiceDefinition bindService(AsyncService service) {
    return io.grpc.ServerServiceDefinition.builder(getServiceDescriptor())
        .addMethod(
          getReadMethod(),
          io.grpc.stub.ServerCalls.asyncServerStreamingCall(
            new MethodHandlers<
              course.files.v1.ReadRequest,
              course.files.v1.Chunk>(
                service, METHODID_READ)))
        .addMethod(
          getReadAtMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.files.v1.ReadAtRequest,
              course.files.v1.Chunk>(
                service, METHODID_READ_AT)))
        .addMethod(
          getWriteMethod(),
          io.grpc.stub.ServerCalls.asyncClientStreamingCall(
            new MethodHandlers<
              course.files.v1.WriteRequest,
              course.files.v1.WriteResponse>(
                service, METHODID_WRITE)))
        .addMethod(
          getDeleteMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.files.v1.DeleteRequest,
              course.files.v1.DeleteResponse>(
                service, METHODID_DELETE)))
        .addMethod(
          getListMethod(),
          io.grpc.stub.ServerCalls.asyncUnaryCall(
            new MethodHandlers<
              course.files.v1.ListRequest,
              course.files.v1.ListResponse>(
                service, METHODID_LIST)))
        .build();
  }

  private static abstract class FilesBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoFileDescriptorSupplier, io.grpc.protobuf.ProtoServiceDescriptorSupplier {
    FilesBaseDescriptorSupplier() {}

    @java.lang.Override
    public com.google.protobuf.Descriptors.FileDescriptor getFileDescriptor() {
      return course.files.v1.FilesProto.getDescriptor();
    }

    @java.lang.Override
    public com.google.protobuf.Descriptors.ServiceDescriptor getServiceDescriptor() {
      return getFileDescriptor().findServiceByName("Files");
    }
  }

  private static final class FilesFileDescriptorSupplier
      extends FilesBaseDescriptorSupplier {
    FilesFileDescriptorSupplier() {}
  }

  private static final class FilesMethodDescriptorSupplier
      extends FilesBaseDescriptorSupplier
      implements io.grpc.protobuf.ProtoMethodDescriptorSupplier {
    private final java.lang.String methodName;

    FilesMethodDescriptorSupplier(java.lang.String methodName) {
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
      synchronized (FilesGrpc.class) {
        result = serviceDescriptor;
        if (result == null) {
          serviceDescriptor = result = io.grpc.ServiceDescriptor.newBuilder(SERVICE_NAME)
              .setSchemaDescriptor(new FilesFileDescriptorSupplier())
              .addMethod(getReadMethod())
              .addMethod(getReadAtMethod())
              .addMethod(getWriteMethod())
              .addMethod(getDeleteMethod())
              .addMethod(getListMethod())
              .build();
        }
      }
    }
    return result;
  }
}
