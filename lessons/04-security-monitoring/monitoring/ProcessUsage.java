package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What a process and all that it started have used.
///
/// @param cpu the time on processors, of all that live now
/// @param residentBytes memory that is in use now (RSS); empty where the system does not tell.
///   Pages that two processes share count twice
public record ProcessUsage(Duration cpu, OptionalLong residentBytes) {
  /// Of no process.
  public static final ProcessUsage NONE = new ProcessUsage(Duration.ZERO, OptionalLong.empty());

  /// The usage of the process of that id and its descendants; [#NONE] if there is none.
  ///
  /// @param processId as [lifecycle.PluginStatus#id] tells it; another runner's may be no number
  public static ProcessUsage of(String processId) {
    if (processId.isEmpty() || !processId.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return NONE;
    }
    List<ProcessHandle> tree =
        ProcessHandle.of(Long.parseLong(processId)).stream()
            .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
            .toList();
    Duration cpu =
        tree.stream()
            .flatMap(process -> process.info().totalCpuDuration().stream())
            .reduce(Duration.ZERO, Duration::plus);
    List<Long> resident =
        tree.stream()
            .map(process -> status(process.pid()))
            .flatMapToLong(status -> residentBytes(status).stream())
            .boxed()
            .toList();
    return new ProcessUsage(
        cpu,
        resident.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(resident.stream().mapToLong(Long::longValue).sum()));
  }

  private static List<String> status(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status"));
    } catch (IOException e) {
      // It has ended, or this is no Linux.
      return List.of();
    }
  }

  /// The resident memory that Linux tells of a process.
  ///
  /// Exercise 4.6. The line that counts begins with `VmRSS:` and goes on with blanks, a number and
  /// `kB`, which means 1,024 bytes: `VmRSS: 1234 kB`. A process that has ended and was not waited
  /// for has no such line. A line of another form does not tell anything.
  ///
  /// @param status the lines of the file `/proc/<pid>/status`
  /// @return in bytes; empty if the lines do not tell
  @Exercise("4.6")
  public static OptionalLong residentBytes(List<String> status) {
    ExerciseNotDone.report("4.6");
    return OptionalLong.empty();
  }
}
