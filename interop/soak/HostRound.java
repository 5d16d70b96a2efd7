package soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// A host in a process of its own, with plugins, that is killed by SIGKILL.
final class HostRound {
  /// A plugin looks twice a second whether its host is there; one whose JVM has just begun to
  /// start, on a machine with much else to do, looks later.
  private static final Duration PLUGINS_END = Duration.ofSeconds(20);

  private final Census census;
  private final Subjects subjects;
  private final int number;

  HostRound(Census census, Subjects subjects, int number) {
    this.census = census;
    this.subjects = subjects;
    this.number = number;
  }

  /// Starts the host, which starts its plugins, and kills it after `moment`.
  ///
  /// @param plugins how many plugins the host starts
  /// @return what went wrong; empty if all processes are gone
  String run(int plugins, Duration moment) throws IOException, InterruptedException {
    String mark = "COURSE_SOAK_ROUND=" + number;
    List<String> command = new ArrayList<>(subjects.host());
    command.add(String.valueOf(plugins));
    command.add(String.valueOf(number));
    command.addAll(subjects.javaPlugin());
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(subjects.environment());
    builder.environment().put("COURSE_SOAK_ROUND", String.valueOf(number));
    Process host = builder.start();
    LockSupport.parkNanos(moment.toNanos());
    host.destroyForcibly();
    int ignored = host.waitFor();
    long end = System.nanoTime() + PLUGINS_END.toNanos();
    List<Long> left = census.running(mark);
    while (!left.isEmpty() && System.nanoTime() < end) {
      LockSupport.parkNanos(20_000_000);
      left = census.running(mark);
    }
    for (long pid : left) {
      Signals.send("KILL", pid);
    }
    return left.isEmpty()
        ? ""
        : "%d plugins outlive their host by more than %d s"
            .formatted(left.size(), PLUGINS_END.toSeconds());
  }
}
