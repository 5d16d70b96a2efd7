package extensions;

import contract.FileEntry;
import contract.FileListing;
import contract.FileStore;
import contract.FileStoreException;
import course.files.v1.Chunk;
import course.files.v1.DeleteRequest;
import course.files.v1.Entry;
import course.files.v1.FilesGrpc;
import course.files.v1.ListRequest;
import course.files.v1.ListResponse;
import course.files.v1.ReadAtRequest;
import course.files.v1.ReadRequest;
import course.files.v1.WriteRequest;
import course.files.v1.WriteResponse;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The host's side of the file store: a [FileStore] that asks another process.
///
/// A file's content is never in memory as a whole: reading asks for chunks as they are read,
/// writing waits while the plugin takes none. Safe for use by many threads; a stream is for one.
public final class FileStoreClient implements FileStore {
  /// How long one short call may take.
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(10);

  /// How long one transfer may take.
  public static final Duration TRANSFER_TIMEOUT = Duration.ofMinutes(30);

  private final Channel channel;
  private final Duration callTimeout;
  private final Duration transferTimeout;

  /// A client with [#CALL_TIMEOUT] and [#TRANSFER_TIMEOUT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  public FileStoreClient(Channel channel) {
    this(channel, CALL_TIMEOUT, TRANSFER_TIMEOUT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param callTimeout for `readAt`, `delete` and `list`, more than zero
  /// @param transferTimeout for `read` and `write`, from beginning to end, more than zero
  public FileStoreClient(Channel channel, Duration callTimeout, Duration transferTimeout) {
    this.channel = channel;
    this.callTimeout = callTimeout;
    this.transferTimeout = transferTimeout;
  }

  @Override
  public InputStream read(String path) {
    StreamedAnswer<ReadRequest, Chunk> answer = new StreamedAnswer<>();
    transfers().read(ReadRequest.newBuilder().setPath(path).build(), answer);
    return new InboxStream<>(
        answer.inbox(),
        Chunk::getContent,
        failure -> FileErrors.fromStatus("read " + path, failure),
        answer::cancel);
  }

  @Override
  public byte[] readAt(String path, long offset, int length) {
    if (offset < 0 || length < 1 || length > CHUNK_LIMIT_BYTES) {
      throw new IllegalArgumentException(
          "offset < 0 or length not in 1..%d: %d, %d".formatted(CHUNK_LIMIT_BYTES, offset, length));
    }
    ReadAtRequest request =
        ReadAtRequest.newBuilder().setPath(path).setOffset(offset).setLength(length).build();
    Chunk chunk = call("read " + path, stub -> stub.readAt(request));
    return chunk.getContent().toByteArray();
  }

  @Override
  public long write(String path, InputStream content) throws IOException {
    StreamedRequest<WriteRequest, WriteResponse> request = new StreamedRequest<>();
    transfers().write(request);
    boolean finished = false;
    try {
      request.sender().send(WriteRequest.newBuilder().setPath(path).build());
      request
          .sender()
          .sendAll(
              content,
              CHUNK_LIMIT_BYTES,
              chunk -> WriteRequest.newBuilder().setContent(chunk).build());
      WriteResponse answer = request.finish();
      finished = true;
      return answer.getSize();
    } catch (StatusRuntimeException e) {
      throw FileErrors.fromStatus("write " + path, e);
    } finally {
      if (!finished) {
        // The plugin must not take a part for the whole.
        request.cancel("the content broke off");
      }
    }
  }

  @Override
  public void delete(String path) {
    DeleteRequest request = DeleteRequest.newBuilder().setPath(path).build();
    call("delete " + path, stub -> stub.delete(request));
  }

  @Override
  public FileListing list(String directory, String after) {
    ListRequest request = ListRequest.newBuilder().setDirectory(directory).setAfter(after).build();
    ListResponse listing = call("list " + directory, stub -> stub.list(request));
    return new FileListing(
        listing.getEntriesList().stream().map(FileStoreClient::entry).toList(), listing.getMore());
  }

  private static FileEntry entry(Entry entry) {
    FileEntry.Kind kind =
        switch (entry.getKind()) {
          case KIND_FILE -> FileEntry.Kind.FILE;
          case KIND_DIRECTORY -> FileEntry.Kind.DIRECTORY;
          case KIND_OTHER, KIND_UNSPECIFIED, UNRECOGNIZED -> FileEntry.Kind.OTHER;
        };
    return new FileEntry(entry.getName(), kind, Math.max(entry.getSize(), 0));
  }

  private FilesGrpc.FilesStub transfers() {
    return FilesGrpc.newStub(channel)
        .withDeadlineAfter(transferTimeout.toNanos(), TimeUnit.NANOSECONDS);
  }

  /// @throws FileStoreException if the call fails
  private <T> T call(String operation, Function<FilesGrpc.FilesBlockingStub, T> remote) {
    try {
      return remote.apply(
          FilesGrpc.newBlockingStub(channel)
              .withDeadlineAfter(callTimeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException e) {
      throw FileErrors.fromStatus(operation, e);
    }
  }
}
