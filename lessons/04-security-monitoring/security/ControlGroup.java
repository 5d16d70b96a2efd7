package security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A control group that one plugin's processes live in; in version 1 one for each controller.
record ControlGroup(List<Path> folders) {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration PAUSE = Duration.ofMillis(10);

  /// Enters the groups and becomes the command, so that not one process runs outside them.
  private static final String ENTER =
      """
      n=$1; shift
      while [ "$n" -gt 0 ]; do
        echo $$ > "$1" || exit 125
        shift; n=$((n - 1))
      done
      exec "$@"
      """;

  ControlGroup {
    folders = List.copyOf(folders);
  }

  /// A command that runs that one in the group.
  List<String> enter(List<String> command) {
    List<String> all = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "sandbox"));
    all.add(String.valueOf(folders.size()));
    folders.forEach(folder -> all.add(folder.resolve("cgroup.procs").toString()));
    all.addAll(command);
    return all;
  }

  /// Ends what still runs in the group, and removes it. Takes a few seconds at most.
  ///
  /// @return whether it is gone
  boolean remove() {
    long startNanos = System.nanoTime();
    List<Path> left = new ArrayList<>(folders);
    while (true) {
      left.removeIf(ControlGroup::removed);
      if (left.isEmpty()) {
        return true;
      }
      if (System.nanoTime() - startNanos > LIMIT.toNanos()) {
        return false;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
  }

  private static boolean removed(Path folder) {
    try {
      Files.deleteIfExists(folder);
      return true;
    } catch (IOException e) {
      // Processes that are being ended count until they are gone.
      endAll(folder);
      return false;
    }
  }

  private static void endAll(Path folder) {
    try {
      for (String pid : Files.readAllLines(folder.resolve("cgroup.procs"))) {
        ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
      }
    } catch (IOException | NumberFormatException ignored) {
      // It is gone in this moment, or can be looked at once more.
    }
  }
}
