package contract;

import java.util.List;

/// A calculator's memory: one number that outlives the process which keeps it.
///
/// A change that returned is on disk: it is there after any crash of the process. One that threw
/// [CalculatorUnavailableException] was made or not; [#recall] tells, by the revision. After any
/// other exception the memory is as it was before the call.
///
/// Implementations are safe for use by many threads: changes happen one after the other, and each
/// has a revision of its own. Every method may throw [CalculatorUnavailableException] where the
/// memory lives in another process, and every change a [CodedCalculatorException] with
/// [CalculatorError#NOT_SAVED] if the disk refused.
public interface MemoryRegister {
  /// How many changes [#undo] can take back at most; older ones are forgotten.
  int HISTORY_LIMIT = 100;

  /// The memory as it is on disk. A new memory has revision 0 and the value 0.
  MemoryState recall();

  /// Makes `value` the memory's value.
  ///
  /// @throws InvalidOperandException if `value` is NaN or infinite
  MemoryState store(double value);

  /// Adds to the memory's value.
  ///
  /// @param operand what to add, negative to subtract
  /// @throws InvalidOperandException if `operand` is NaN or infinite
  /// @throws ResultOutOfRangeException if the sum overflows
  MemoryState add(double operand);

  /// Makes the memory's value zero. The history stays, so it can be taken back.
  MemoryState clear();

  /// Takes back the last change that is not taken back yet. The value is what it was before that
  /// change; the revision goes up by one, as with any change.
  ///
  /// @throws CodedCalculatorException with [CalculatorError#NOTHING_TO_UNDO] if there is none
  MemoryState undo();

  /// The changes that [#undo] can take back, the oldest first; at most [#HISTORY_LIMIT].
  List<MemoryChange> history();
}
