package extensions;

import com.google.protobuf.UnsafeByteOperations;
import contract.FileEntry;
import contract.FileListing;
import contract.FileStore;
import contract.FileStoreException;
import contract.FileStoreException.Reason;
import course.files.v1.Chunk;
import course.files.v1.DeleteRequest;
import course.files.v1.DeleteResponse;
import course.files.v1.Entry;
import course.files.v1.FilesGrpc;
import course.files.v1.Kind;
import course.files.v1.ListRequest;
import course.files.v1.ListResponse;
import course.files.v1.ReadAtRequest;
import course.files.v1.ReadRequest;
import course.files.v1.WriteRequest;
import course.files.v1.WriteResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;

/// The plugin's side of the file store: takes a remote call, asks the [FileStore], sends its
/// answer.
///
/// It decides nothing about paths. What it sees to is pace: of a file it holds as many chunks as
/// the host has asked for, and of an upload no more than the store has yet to write.
public final class FileStoreService extends FilesGrpc.FilesImplBase {
  private final FileStore files;
  private final TransferSlots slots = new TransferSlots("files");

  /// @param files the store to ask; the caller keeps it
  public FileStoreService(FileStore files) {
    this.files = files;
  }

  @Override
  public void read(ReadRequest request, StreamObserver<Chunk> answer) {
    ServerCallStreamObserver<Chunk> call = ServedTransfer.callOf(answer);
    PacedSender<Chunk> sender = new PacedSender<>(call);
    call.setOnCancelHandler(() -> sender.stop(ServedTransfer.cancelled()));
    ServedTransfer.run(
        slots,
        call,
        () -> {
          try (InputStream content = files.read(request.getPath())) {
            sender.sendAll(
                content,
                FileStore.CHUNK_LIMIT_BYTES,
                chunk -> Chunk.newBuilder().setContent(chunk).build());
          }
        },
        FileStoreService::status);
  }

  @Override
  public void readAt(ReadAtRequest request, StreamObserver<Chunk> answer) {
    reply(
        answer,
        () -> {
          byte[] bytes = files.readAt(request.getPath(), request.getOffset(), request.getLength());
          return Chunk.newBuilder().setContent(UnsafeByteOperations.unsafeWrap(bytes)).build();
        });
  }

  @Override
  public StreamObserver<WriteRequest> write(StreamObserver<WriteResponse> answer) {
    ServerCallStreamObserver<WriteResponse> call = ServedTransfer.callOf(answer);
    FileUpload upload = new FileUpload(call);
    ServedTransfer.run(
        slots,
        call,
        () -> {
          long size = files.write(upload.awaitPath(), upload.content());
          call.onNext(WriteResponse.newBuilder().setSize(size).build());
        },
        FileStoreService::status);
    return upload;
  }

  @Override
  public void delete(DeleteRequest request, StreamObserver<DeleteResponse> answer) {
    reply(
        answer,
        () -> {
          files.delete(request.getPath());
          return DeleteResponse.getDefaultInstance();
        });
  }

  @Override
  public void list(ListRequest request, StreamObserver<ListResponse> answer) {
    reply(
        answer,
        () -> {
          FileListing listing = files.list(request.getDirectory(), request.getAfter());
          return ListResponse.newBuilder()
              .addAllEntries(listing.entries().stream().map(FileStoreService::message).toList())
              .setMore(listing.more())
              .build();
        });
  }

  private static Entry message(FileEntry entry) {
    Kind kind =
        switch (entry.kind()) {
          case FILE -> Kind.KIND_FILE;
          case DIRECTORY -> Kind.KIND_DIRECTORY;
          case OTHER -> Kind.KIND_OTHER;
        };
    return Entry.newBuilder()
        .setName(entry.name())
        .setKind(kind)
        .setSize(entry.sizeBytes())
        .build();
  }

  private static <T> void reply(StreamObserver<T> answer, Supplier<T> work) {
    T message;
    try {
      message = work.get();
    } catch (FileStoreException | IllegalArgumentException e) {
      answer.onError(status(e));
      return;
    }
    answer.onNext(message);
    answer.onCompleted();
  }

  private static StatusRuntimeException status(Exception error) {
    return switch (error) {
      case FileStoreException e -> FileErrors.toStatus(e);
      case StatusRuntimeException e -> e;
      case IllegalArgumentException e ->
          Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException();
      case ServedTransfer.BusyException e ->
          FileErrors.toStatus(
              new FileStoreException(Reason.BUSY, "%d transfers at once".formatted(e.limit())));
      case IOException e ->
          FileErrors.toStatus(new FileStoreException(Reason.DISK, String.valueOf(e), e));
      case UnsupportedOperationException e ->
          Status.UNIMPLEMENTED.withDescription(StatusText.of(e)).asRuntimeException();
      default -> ServedTransfer.unknown(error);
    };
  }
}
