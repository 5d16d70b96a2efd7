package scenes;

import demo.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import monitoring.SupervisedStatus;

/// What a plugin sees of the machine, looked at from outside. On Linux alone: elsewhere nothing is
/// told.
public final class Surroundings {
  private Surroundings() {}

  /// Says it.
  public static void tell(SupervisedStatus plugin) {
    plugin
        .processId()
        .flatMap(id -> ProcessHandle.of(Long.parseLong(id)))
        .ifPresent(process -> tell(plugin.plugin(), innermost(process)));
  }

  /// Around a plugin in a sandbox there are two processes of bubblewrap.
  private static ProcessHandle innermost(ProcessHandle process) {
    return process.children().findFirst().map(Surroundings::innermost).orElse(process);
  }

  private static void tell(String plugin, ProcessHandle process) {
    Path proc = Path.of("/proc", String.valueOf(process.pid()));
    try {
      Screen.say(
          "host",
          "%s sees: network %s, %d variables, %d folders in /, %d processes"
              .formatted(
                  plugin,
                  networks(proc),
                  variables(proc),
                  count(proc.resolve("root"), ".*"),
                  count(proc.resolve("root/proc"), "[0-9]+")));
    } catch (IOException e) {
      // Another system, or another user's process.
      return;
    }
  }

  private static List<String> networks(Path proc) throws IOException {
    return Files.readAllLines(proc.resolve("net/dev")).stream()
        .filter(line -> line.contains(":"))
        .map(line -> line.substring(0, line.indexOf(':')).strip())
        .collect(Collectors.toList());
  }

  private static long variables(Path proc) throws IOException {
    return Files.readString(proc.resolve("environ")).chars().filter(c -> c == 0).count();
  }

  private static long count(Path folder, String names) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().matches(names)).count();
    }
  }
}
