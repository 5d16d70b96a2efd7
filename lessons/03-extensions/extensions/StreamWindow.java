package extensions;

import contract.Operation;
import course.Exercise;
import course.ExerciseNotDone;
import java.util.Iterator;

/// How many operations of a stream may be under way: the sending half of a stream's flow control.
///
/// Without it a fast source and a slow plugin would meet in the host's memory. gRPC's own flow
/// control counts bytes between two sockets; the window counts operations from the source to the
/// reader of the outcomes. Used by one thread.
public final class StreamWindow {
  private final int size;
  private final Iterator<Operation> source;
  private final Call call;
  private int inFlight;
  private boolean ended;

  /// @param size how many operations may be sent and not yet answered, 1 or more
  /// @param source gives the operations; it may take its time
  /// @param call takes them
  public StreamWindow(int size, Iterator<Operation> source, Call call) {
    this.size = size;
    this.source = source;
    this.call = call;
  }

  /// The call that operations are sent on.
  public interface Call {
    /// Whether it takes an operation now without buffering more than its due. It may change its
    /// answer after each [#send].
    boolean isReady();

    /// Sends an operation.
    void send(Operation operation);

    /// Says that no operation follows. May be called once.
    void end();
  }

  /// Sends what may be sent now, and returns.
  ///
  /// Exercise 3.7, with [Batching#calculate].
  ///
  /// - An operation is sent only while fewer than `size` are in flight (sent and not yet answered)
  ///   and the call is ready. Each operation that is sent is one more in flight.
  /// - The source is asked, by `hasNext` or `next`, only when an operation could be sent at once:
  ///   it must not be held up for nothing, and no operation may lie about here.
  /// - Once the source has no more, the call ends: once, even if there was no operation at all.
  ///   After that neither the source nor the call is used again.
  ///
  /// The stream calls this at its start, after outcomes have come, and when the call has become
  /// ready; so it may be called at any time, and often with nothing to do.
  @Exercise("3.7")
  public void pump() {
    throw new ExerciseNotDone("3.7");
  }

  /// Notes that the oldest operation in flight is answered, and read.
  ///
  /// @throws IllegalStateException if none is in flight
  public void answered() {
    if (inFlight == 0) {
      throw new IllegalStateException("an outcome, but no operation is in flight");
    }
    inFlight--;
  }

  /// How many operations are sent and not yet answered.
  public int inFlight() {
    return inFlight;
  }

  /// Whether all is sent and answered.
  public boolean isDone() {
    return ended && inFlight == 0;
  }
}
