package extensions;

import contract.CalculatorError;
import contract.InvalidOperandException;
import contract.MemoryChange;
import contract.MemoryRegister;
import contract.MemoryState;
import course.memory.v1.ChangeRequest;
import course.memory.v1.GetHistoryRequest;
import course.memory.v1.GetHistoryResponse;
import course.memory.v1.MemoryGrpc;
import course.memory.v1.RecallRequest;
import course.memory.v1.UndoRequest;
import io.grpc.stub.StreamObserver;

/// The plugin's side of the memory: takes a remote call, asks the [MemoryRegister], sends its
/// answer. It answers a change when the register has returned, and so when it is on disk.
public final class MemoryService extends MemoryGrpc.MemoryImplBase {
  private final MemoryRegister memory;

  /// @param memory the memory to ask; the caller keeps it
  public MemoryService(MemoryRegister memory) {
    this.memory = memory;
  }

  @Override
  public void recall(RecallRequest request, StreamObserver<course.memory.v1.MemoryState> answer) {
    Replies.reply(answer, () -> MemoryMessages.message(memory.recall()));
  }

  @Override
  public void change(ChangeRequest request, StreamObserver<course.memory.v1.MemoryState> answer) {
    Replies.reply(answer, () -> MemoryMessages.message(change(request)));
  }

  private MemoryState change(ChangeRequest request) {
    MemoryChange.Kind kind =
        MemoryMessages.kind(request.getKind()).orElseThrow(() -> unknownKind(request));
    return switch (kind) {
      case STORE -> memory.store(request.getOperand());
      case ADD -> memory.add(request.getOperand());
      case CLEAR -> memory.clear();
    };
  }

  private static InvalidOperandException unknownKind(ChangeRequest request) {
    String reason = "is " + request.getKindValue() + ", expected 1 (store), 2 (add) or 3 (clear)";
    return new InvalidOperandException(
        CalculatorError.of(CalculatorError.INVALID_OPERAND, "kind " + reason)
            .withViolation("kind", reason));
  }

  @Override
  public void undo(UndoRequest request, StreamObserver<course.memory.v1.MemoryState> answer) {
    Replies.reply(answer, () -> MemoryMessages.message(memory.undo()));
  }

  @Override
  public void getHistory(GetHistoryRequest request, StreamObserver<GetHistoryResponse> answer) {
    Replies.reply(
        answer,
        () -> {
          GetHistoryResponse.Builder response = GetHistoryResponse.newBuilder();
          memory.history().forEach(change -> response.addChanges(MemoryMessages.message(change)));
          return response.build();
        });
  }
}
