package extensions;

import contract.CalculatorError;
import contract.CodedCalculatorException;
import org.jspecify.annotations.Nullable;

/// Changes of a memory that stand or fall together: those since the last save that failed.
///
/// A failed save takes back what is not saved, and revisions are given again. So a revision means
/// something only within its batch. Guarded by the memory's lock for saving.
final class Batch {
  /// The highest revision of this batch that is on disk.
  long savedRevision;

  /// Why the batch's other changes were taken back; null as long as it goes on.
  @Nullable Exception failure;

  /// @param savedRevision the revision on disk when the batch begins
  Batch(long savedRevision) {
    this.savedRevision = savedRevision;
  }

  /// @throws CodedCalculatorException with [CalculatorError#NOT_SAVED] if its changes were taken
  ///   back
  void requireWhole() {
    Exception cause = failure;
    if (cause != null) {
      CodedCalculatorException error =
          new CodedCalculatorException(
              CalculatorError.of(
                  CalculatorError.NOT_SAVED,
                  "the memory could not be saved, so nothing was changed: " + cause));
      error.initCause(cause);
      throw error;
    }
  }
}
