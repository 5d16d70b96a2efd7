package matrix;

import java.time.Duration;
import java.util.List;

/// What came of a cell.
sealed interface CellResult {
  /// All checks passed.
  record Passed(int checks, Duration took) implements CellResult {}

  /// Something did not.
  ///
  /// @param reasons the host's own lines about it, or what it wrote before it ended; not empty
  record Failed(List<String> reasons) implements CellResult {
    public Failed {
      reasons = List.copyOf(reasons);
    }
  }

  /// It could not be run here.
  record Skipped(String reason) implements CellResult {}
}
