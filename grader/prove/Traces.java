package prove;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a proof may leave behind: processes, sockets, temporary folders (rule V10).
///
/// Made before the first check runs and asked after the last. What is still ending gets a few
/// seconds; so do other graders' folders, should there be any on the machine.
final class Traces {
  private static final Pattern OURS = Pattern.compile("(g|plugin|pv)\\d+.*");
  private static final Duration POLL = Duration.ofMillis(100);

  private final Path workshop;
  private final Path temp;
  private final Duration patience;
  private final Set<Path> before;
  private final Set<Long> processesBefore;

  /// @param workshop the folder in which the variants lie
  /// @param temp the folder in which the grader and the plugins make temporary files
  /// @param patience how long what is still ending may take
  Traces(Path workshop, Path temp, Duration patience) {
    this.patience = patience;
    this.workshop = workshop;
    this.temp = temp;
    this.before = temporary();
    this.processesBefore =
        ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
  }

  List<String> processes() throws InterruptedException {
    return afterPatience(() -> strays().map(Traces::describe).toList());
  }

  private Stream<ProcessHandle> strays() {
    Set<ProcessHandle> found = new HashSet<>();
    ProcessHandle.current()
        .descendants()
        .filter(process -> !processesBefore.contains(process.pid()))
        .forEach(found::add);
    ProcessHandle.allProcesses().filter(this::worksInWorkshop).forEach(found::add);
    found.remove(ProcessHandle.current());
    return found.stream().filter(ProcessHandle::isAlive);
  }

  /// A process that lost its parent is still known by a path on its command line, or by its folder.
  private boolean worksInWorkshop(ProcessHandle process) {
    boolean named =
        process.info().commandLine().map(line -> line.contains(workshop + "/")).orElse(false);
    return named || folderOf(process).startsWith(workshop);
  }

  private static Path folderOf(ProcessHandle process) {
    try {
      return Path.of("/proc", Long.toString(process.pid()), "cwd").toRealPath();
    } catch (IOException | SecurityException unknown) {
      return Path.of("");
    }
  }

  private static String describe(ProcessHandle process) {
    return "still running: " + process.pid() + " " + process.info().commandLine().orElse("?");
  }

  /// Returns sockets and the like between the variants, and new temporary files beside them.
  List<String> files() throws InterruptedException {
    List<String> left = new ArrayList<>(afterPatience(this::newTemporary));
    for (Path each : walk(workshop)) {
      if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)
          && !Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)
          && !Files.isSymbolicLink(each)) {
        left.add("left behind: " + each);
      }
    }
    return left;
  }

  private List<String> newTemporary() {
    Set<Path> now = temporary();
    now.removeAll(before);
    now.remove(workshop);
    return now.stream()
        .filter(Files::exists)
        .map(path -> "left behind, here or by another program meanwhile: " + path)
        .sorted()
        .toList();
  }

  private Set<Path> temporary() {
    try (Stream<Path> entries = Files.list(temp)) {
      return entries
          .filter(path -> OURS.matcher(path.getFileName().toString()).matches())
          .collect(Collectors.toCollection(HashSet::new));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Asks again until nothing is left of what was there at first.
  private List<String> afterPatience(Supplier<List<String>> question) throws InterruptedException {
    List<String> left = new ArrayList<>(question.get());
    long end = System.nanoTime() + patience.toNanos();
    while (!left.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(POLL);
      left.retainAll(question.get());
    }
    return left;
  }

  private static List<Path> walk(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
