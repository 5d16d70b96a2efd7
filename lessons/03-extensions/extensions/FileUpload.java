package extensions;

import com.google.protobuf.ByteString;
import contract.FileStore;
import course.files.v1.WriteRequest;
import course.files.v1.WriteRequest.PartCase;
import course.files.v1.WriteResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.io.InputStream;

/// The messages of one upload: first a path, then chunks.
final class FileUpload implements StreamObserver<WriteRequest> {
  private final MessageInbox<WriteRequest> inbox;
  private final InputStream content;

  /// To be made before the service's method returns.
  FileUpload(ServerCallStreamObserver<WriteResponse> call) {
    this.inbox = new MessageInbox<>(() -> call.request(1));
    this.content = new InboxStream<>(inbox, FileUpload::chunk, failure -> failure, () -> {});
    call.disableAutoRequest();
    call.setOnCancelHandler(() -> inbox.fail(ServedTransfer.cancelled()));
    call.request(MessageInbox.CAPACITY);
  }

  /// The path, waiting for the first message.
  ///
  /// @throws StatusRuntimeException if there is none
  String awaitPath() {
    WriteRequest first = inbox.take();
    if (first == null || first.getPartCase() != PartCase.PATH) {
      throw broken("the first message of an upload is its path");
    }
    return first.getPath();
  }

  /// The bytes that follow. Its `read` throws [StatusRuntimeException] if the upload breaks off, so
  /// that a part never passes for the whole.
  InputStream content() {
    return content;
  }

  private static ByteString chunk(WriteRequest message) {
    if (message.getPartCase() != PartCase.CONTENT) {
      throw broken("all messages of an upload but the first are chunks");
    }
    if (message.getContent().size() > FileStore.CHUNK_LIMIT_BYTES) {
      throw broken(
          "a chunk has more than %d bytes: %d"
              .formatted(FileStore.CHUNK_LIMIT_BYTES, message.getContent().size()));
    }
    return message.getContent();
  }

  private static StatusRuntimeException broken(String rule) {
    return Status.INVALID_ARGUMENT.withDescription(rule).asRuntimeException();
  }

  @Override
  public void onNext(WriteRequest message) {
    inbox.add(message);
  }

  @Override
  public void onError(Throwable error) {
    inbox.fail(StreamedAnswer.asStatus(error));
  }

  @Override
  public void onCompleted() {
    inbox.end();
  }
}
