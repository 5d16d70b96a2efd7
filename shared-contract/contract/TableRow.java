package contract;

import java.util.List;

/// A row of a [ResultTable].
///
/// @param number the row's number, 1 for the first
/// @param outcomes one for each column, in the columns' order
public record TableRow(int number, List<Outcome> outcomes) {
  /// Copies the list.
  public TableRow {
    outcomes = List.copyOf(outcomes);
  }
}
