package extensions;

import basics.CalculatorClient;
import contract.MemoryChange;
import contract.MemoryRegister;
import contract.MemoryState;
import course.memory.v1.ChangeKind;
import course.memory.v1.ChangeRequest;
import course.memory.v1.GetHistoryRequest;
import course.memory.v1.MemoryGrpc;
import course.memory.v1.RecallRequest;
import course.memory.v1.UndoRequest;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// The host's side of the memory: a [MemoryRegister] in another process.
///
/// No gRPC type shows: a failed call is one of the contract's exceptions ([StatusToError]). A
/// change is never sent twice: whether one without an answer was made, only [#recall] tells. Safe
/// for use by many threads.
public final class MemoryClient implements MemoryRegister {
  private final MemoryGrpc.MemoryBlockingStub stub;
  private final Duration timeout;

  /// A client whose calls may take [CalculatorClient#DEFAULT_TIMEOUT].
  ///
  /// @param channel the way to the plugin; the caller keeps and closes it
  public MemoryClient(Channel channel) {
    this(channel, CalculatorClient.DEFAULT_TIMEOUT);
  }

  /// @param channel the way to the plugin; the caller keeps and closes it
  /// @param timeout how long each call may take, more than zero
  public MemoryClient(Channel channel, Duration timeout) {
    this.stub = MemoryGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  @Override
  public MemoryState recall() {
    return call("recall", remote -> state(remote.recall(RecallRequest.getDefaultInstance())));
  }

  @Override
  public MemoryState store(double value) {
    return change("store", ChangeKind.CHANGE_KIND_STORE, value);
  }

  @Override
  public MemoryState add(double operand) {
    return change("add to memory", ChangeKind.CHANGE_KIND_ADD, operand);
  }

  @Override
  public MemoryState clear() {
    return change("clear", ChangeKind.CHANGE_KIND_CLEAR, 0);
  }

  private MemoryState change(String operation, ChangeKind kind, double operand) {
    ChangeRequest request = ChangeRequest.newBuilder().setKind(kind).setOperand(operand).build();
    return call(operation, remote -> state(remote.change(request)));
  }

  @Override
  public MemoryState undo() {
    return call("undo", remote -> state(remote.undo(UndoRequest.getDefaultInstance())));
  }

  /// What a newer plugin has changed in a way that this host does not know is left out.
  @Override
  public List<MemoryChange> history() {
    return call(
        "history",
        remote ->
            remote.getHistory(GetHistoryRequest.getDefaultInstance()).getChangesList().stream()
                .flatMap(change -> MemoryMessages.change(change).stream())
                .toList());
  }

  private static MemoryState state(course.memory.v1.MemoryState state) {
    return new MemoryState(state.getRevision(), state.getValue());
  }

  /// Makes one call with a deadline and turns a failed one into the contract's exception.
  private <T> T call(String operation, Function<MemoryGrpc.MemoryBlockingStub, T> remote) {
    try {
      return remote.apply(stub.withDeadlineAfter(timeout.toNanos(), TimeUnit.NANOSECONDS));
    } catch (StatusRuntimeException e) {
      throw StatusToError.map(operation, e);
    }
  }
}
