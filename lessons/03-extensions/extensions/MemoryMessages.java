package extensions;

import contract.MemoryChange;
import contract.MemoryState;
import course.memory.v1.ChangeKind;
import java.util.Optional;

/// The memory's values as they cross the process boundary.
final class MemoryMessages {
  private MemoryMessages() {}

  static course.memory.v1.MemoryState message(MemoryState state) {
    return course.memory.v1.MemoryState.newBuilder()
        .setRevision(state.revision())
        .setValue(state.value())
        .build();
  }

  static course.memory.v1.MemoryChange message(MemoryChange change) {
    return course.memory.v1.MemoryChange.newBuilder()
        .setRevision(change.revision())
        .setKind(message(change.kind()))
        .setOperand(change.operand())
        .setBefore(change.before())
        .setAfter(change.after())
        .build();
  }

  private static ChangeKind message(MemoryChange.Kind kind) {
    return switch (kind) {
      case STORE -> ChangeKind.CHANGE_KIND_STORE;
      case ADD -> ChangeKind.CHANGE_KIND_ADD;
      case CLEAR -> ChangeKind.CHANGE_KIND_CLEAR;
    };
  }

  /// Empty if the change is of a kind that this side does not know.
  static Optional<MemoryChange> change(course.memory.v1.MemoryChange change) {
    return kind(change.getKind())
        .map(
            kind ->
                new MemoryChange(
                    change.getRevision(),
                    kind,
                    change.getOperand(),
                    change.getBefore(),
                    change.getAfter()));
  }

  /// Empty if this side does not know the kind.
  static Optional<MemoryChange.Kind> kind(ChangeKind kind) {
    return switch (kind) {
      case CHANGE_KIND_STORE -> Optional.of(MemoryChange.Kind.STORE);
      case CHANGE_KIND_ADD -> Optional.of(MemoryChange.Kind.ADD);
      case CHANGE_KIND_CLEAR -> Optional.of(MemoryChange.Kind.CLEAR);
      case CHANGE_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }
}
