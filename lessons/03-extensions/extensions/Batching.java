package extensions;

import contract.CalculatorException;
import contract.Operation;
import contract.Outcome;
import course.Exercise;
import course.ExerciseNotDone;
import java.util.List;

/// Many operations as batches that a plugin takes, and the answers as one list again.
public final class Batching {
  private Batching() {}

  /// Sends operations in batches, one after the other, and joins what comes back.
  ///
  /// Exercise 3.7, with [StreamWindow#pump].
  ///
  /// - Each batch has `limit` operations; the last one has those that are left. No batch is empty:
  ///   without operations nothing is sent.
  /// - The outcomes are as many as the operations and have their order. An operation that failed is
  ///   an outcome like any other.
  /// - If `send` throws a [CalculatorException], that batch got no answer: the outcome of each of
  ///   its operations is an [Outcome.Failed] with that exception. The batches after it would fare
  ///   no better: they are not sent, and their outcomes are the same. Answers that came before
  ///   stay.
  ///
  /// @param operations what to calculate; not changed
  /// @param limit how many operations a batch may have, 1 or more
  /// @param send sends one batch and returns as many outcomes as it has operations
  /// @return one outcome for each operation
  @Exercise("3.7")
  public static List<Outcome> calculate(List<Operation> operations, int limit, Sender send) {
    throw new ExerciseNotDone("3.7");
  }

  /// Sends one batch.
  @FunctionalInterface
  public interface Sender {
    /// Sends a batch and waits for the answer.
    ///
    /// @param batch the operations, at least one
    /// @return as many outcomes, in the same order
    /// @throws CalculatorException if no answer came
    List<Outcome> send(List<Operation> batch);
  }
}
