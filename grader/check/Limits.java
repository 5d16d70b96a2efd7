package check;

import java.time.Duration;

/// What a learner's code may use up.
///
/// @param check for one check; over it, the check is timed out
/// @param exercise for all checks of an exercise; over it, the JVM is killed
/// @param heapMegabytes the Java heap of the checks' JVM
/// @param outputBytes what is kept of what a check prints on each stream, half from its start and
///   half from its end
public record Limits(Duration check, Duration exercise, int heapMegabytes, int outputBytes) {
  /// 10 s for a check, 60 s for an exercise, 512 MB of heap, 32 KB of output.
  public static Limits standard() {
    return new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60), 512, 32 * 1024);
  }

  /// These limits with other times.
  public Limits withTimes(Duration newCheck, Duration newExercise) {
    return new Limits(newCheck, newExercise, heapMegabytes, outputBytes);
  }

  /// These limits with another heap.
  public Limits withHeapMegabytes(int newHeap) {
    return new Limits(check, exercise, newHeap, outputBytes);
  }
}
