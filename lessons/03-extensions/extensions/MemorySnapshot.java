package extensions;

import contract.CalculatorError;
import contract.CodedCalculatorException;
import contract.InvalidOperandException;
import contract.MemoryChange;
import contract.MemoryChange.Kind;
import contract.MemoryRegister;
import contract.MemoryState;
import contract.ResultOutOfRangeException;
import java.util.ArrayList;
import java.util.List;

/// All of a memory at one moment. Immutable: a change makes another snapshot.
///
/// @param revision how many changes were ever made, taking back included
/// @param value the value, finite
/// @param history the changes that can be taken back, the oldest first; each begins with the value
///   that the one before it left
record MemorySnapshot(long revision, double value, List<MemoryChange> history) {
  /// A new memory.
  static final MemorySnapshot EMPTY = new MemorySnapshot(0, 0, List.of());

  /// Copies the list.
  ///
  /// @throws IllegalArgumentException if the parts contradict each other
  MemorySnapshot {
    history = List.copyOf(history);
    requireOrder(revision, value, history);
  }

  private static void requireOrder(long revision, double value, List<MemoryChange> history) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("the value is " + value);
    }
    if (history.size() > MemoryRegister.HISTORY_LIMIT) {
      throw new IllegalArgumentException("a history of " + history.size() + " changes");
    }
    // From the last to the first: each revision lies below the one that follows.
    long next = revision + 1;
    double after = value;
    for (MemoryChange change : history.reversed()) {
      if (change.revision() >= next || Double.compare(change.after(), after) != 0) {
        throw new IllegalArgumentException("not in order at " + change);
      }
      next = change.revision();
      after = change.before();
    }
    if (next < 1) {
      throw new IllegalArgumentException("a revision below its first");
    }
  }

  MemoryState state() {
    return new MemoryState(revision, value);
  }

  MemorySnapshot store(double operand) {
    return changed(Kind.STORE, finite(operand), operand);
  }

  MemorySnapshot add(double operand) {
    double sum = value + finite(operand);
    if (Double.isInfinite(sum)) {
      throw new ResultOutOfRangeException(value + " + " + operand + " is too large for a double");
    }
    return changed(Kind.ADD, operand, sum);
  }

  MemorySnapshot clear() {
    return changed(Kind.CLEAR, 0, 0);
  }

  MemorySnapshot undo() {
    if (history.isEmpty()) {
      throw new CodedCalculatorException(
          CalculatorError.of(
              CalculatorError.NOTHING_TO_UNDO,
              "the memory has no change left to take back, it keeps the last "
                  + MemoryRegister.HISTORY_LIMIT));
    }
    return new MemorySnapshot(
        revision + 1, history.getLast().before(), history.subList(0, history.size() - 1));
  }

  private MemorySnapshot changed(Kind kind, double operand, double after) {
    List<MemoryChange> longer = new ArrayList<>(history);
    if (longer.size() == MemoryRegister.HISTORY_LIMIT) {
      longer.removeFirst();
    }
    longer.add(new MemoryChange(revision + 1, kind, operand, value, after));
    return new MemorySnapshot(revision + 1, after, longer);
  }

  private static double finite(double operand) {
    if (!Double.isFinite(operand)) {
      String reason = "is " + operand + ", expected a finite number";
      throw new InvalidOperandException(
          CalculatorError.of(CalculatorError.INVALID_OPERAND, "operand " + reason)
              .withViolation("operand", reason));
    }
    return operand;
  }
}
