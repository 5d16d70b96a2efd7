package soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Counts what a host and its plugins hold: processes, sockets, descriptors, threads. Reads
/// `/proc`, so it works on Linux only.
///
/// @param mark a variable of the environment, `NAME=value`, by which processes of this run are
///   known
/// @param socketFolder where all plugins of this run make their sockets
record Census(String mark, Path socketFolder) {
  private static final Path PROC = Path.of("/proc");

  /// Whether this system can be counted.
  static boolean isPossible() {
    return Files.isReadable(PROC.resolve("self/stat"))
        && Files.isDirectory(PROC.resolve("self/fd"));
  }

  /// The processes of this run that still run.
  List<Long> running() {
    return processes(pid -> !isZombie(pid) && environmentHas(pid, mark));
  }

  /// The processes of this run whose environment has one more entry, such as `ROUND=7`.
  List<Long> running(String entry) {
    return processes(
        pid -> !isZombie(pid) && environmentHas(pid, mark) && environmentHas(pid, entry));
  }

  /// Ended processes of this one that no one has asked for.
  List<Long> zombies() {
    long self = ProcessHandle.current().pid();
    return processes(pid -> isZombie(pid) && status(pid, "PPid").equals(String.valueOf(self)));
  }

  /// What is left in the socket folder: sockets, and folders that are not empty. An empty one is
  /// what a host leaves that is killed after it has made the folder and before there is a process
  /// that could remove it.
  List<Path> leftFiles() {
    return left(path -> !Files.isDirectory(path));
  }

  /// Empty folders in the socket folder.
  List<Path> emptyFolders() {
    return left(path -> Files.isDirectory(path));
  }

  private List<Path> left(Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.walk(socketFolder)) {
      return paths.filter(path -> !path.equals(socketFolder)).filter(wanted).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// This process's open descriptors, by what they lead to: `socket`, `pipe`, `[eventpoll]`, a
  /// file's path.
  static Map<String, Integer> descriptors() {
    Map<String, Integer> kinds = new TreeMap<>();
    try (Stream<Path> descriptors = Files.list(PROC.resolve("self/fd"))) {
      descriptors.forEach(descriptor -> kinds.merge(kind(descriptor), 1, Integer::sum));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return kinds;
  }

  private static String kind(Path descriptor) {
    try {
      // `socket:[4711]`, `pipe:[4711]`, `anon_inode:[eventpoll]`, or a path
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.replaceFirst("^anon_inode:", "").replaceFirst(":\\[[0-9]+]$", "");
    } catch (IOException e) {
      // The descriptor of this very look, which is closed by now.
      return "closed";
    }
  }

  /// This process's threads, as the system counts them.
  static int threads() {
    return count(PROC.resolve("self/task"));
  }

  private static int count(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return (int) entries.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> processes(Predicate<Long> wanted) {
    long self = ProcessHandle.current().pid();
    try (Stream<Path> entries = Files.list(PROC)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.chars().allMatch(Character::isDigit))
          .map(Long::valueOf)
          .filter(pid -> pid != self)
          .filter(wanted)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isZombie(long pid) {
    return status(pid, "State").startsWith("Z");
  }

  /// A field of `/proc/<pid>/status`; empty if the process is gone.
  private static String status(long pid, String field) {
    return read(PROC.resolve(pid + "/status"))
        .lines()
        .filter(line -> line.startsWith(field + ":"))
        .map(line -> line.substring(field.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  private static boolean environmentHas(long pid, String entry) {
    return ("\0" + read(PROC.resolve(pid + "/environ"))).contains("\0" + entry + "\0");
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // The process has ended in between, or is someone else's.
      return "";
    }
  }
}
