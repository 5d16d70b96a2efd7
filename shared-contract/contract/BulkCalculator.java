package contract;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A calculator for many operations: in batches, as a stream, or at the same time.
///
/// Each operation has an [Outcome] of its own, and a failed one leaves the others alone.
/// Implementations are safe for use by many threads, and none of them keeps more than a bounded
/// number of operations and outcomes in memory, however many there are and however slow their
/// reader is.
public interface BulkCalculator {
  /// Calculates all operations and waits for the last one. Throws no [CalculatorException]: where
  /// no answer came the outcome says so.
  ///
  /// @param operations any number, none included
  /// @return as many outcomes, in the same order
  List<Outcome> calculate(List<Operation> operations);

  /// Begins one operation. Waits for a free place first if too many are under way.
  ///
  /// @return completes with the outcome, never with an exception; cancelling it breaks the call off
  CompletableFuture<Outcome> calculateLater(Operation operation);

  /// Calculates operations while they are made. Both the source and the reader are called by this
  /// thread, one at a time; so a source that waits lets the reader wait, too. An exception of
  /// either ends the stream and is thrown on.
  ///
  /// @param source gives the operations; asked for the next one only when there is room for it
  /// @param reader takes the outcomes in the operations' order; a slow one slows the source down
  /// @return how many outcomes the reader has taken: as many as there were operations
  /// @throws CalculatorUnavailableException if the stream broke; the reader has taken the outcomes
  ///   before that, and of the other operations it is unknown whether they took place
  /// @throws OperationNotSupportedException if the calculator knows no streams
  long calculate(Iterator<Operation> source, Consumer<Outcome> reader);

  /// Calculates a table, row after row, no faster than the reader takes it. An exception of the
  /// reader ends the table and is thrown on.
  ///
  /// @param reader takes the rows in their order, on this thread
  /// @throws CalculatorUnavailableException if the table broke off
  /// @throws OperationNotSupportedException if the calculator knows no tables
  void table(ResultTable table, Consumer<TableRow> reader);
}
