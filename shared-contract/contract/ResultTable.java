package contract;

/// A table to ask for: row r, column c is `r operator c`, both counted from 1.
///
/// @param operator what to do with the row's and the column's number
/// @param rows 1 to [#MAX_ROWS]
/// @param columns 1 to [#MAX_COLUMNS]
public record ResultTable(Operator operator, int rows, int columns) {
  /// The most rows that a table may have.
  public static final int MAX_ROWS = 1_000_000;

  /// The most columns that a table may have.
  public static final int MAX_COLUMNS = 1_000;

  /// @throws IllegalArgumentException if a number is out of its range
  public ResultTable {
    if (rows < 1 || rows > MAX_ROWS) {
      throw new IllegalArgumentException("rows not in 1.." + MAX_ROWS + ": " + rows);
    }
    if (columns < 1 || columns > MAX_COLUMNS) {
      throw new IllegalArgumentException("columns not in 1.." + MAX_COLUMNS + ": " + columns);
    }
  }
}
