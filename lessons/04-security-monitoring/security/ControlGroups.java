package security;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Where this process may make control groups of Linux, version 1 or 2, below its own: a limit that
/// holds for the host holds for its plugins, too.
final class ControlGroups {
  private static final String PREFIX = "plugin-";

  private final Path processFolder;
  private final AtomicLong numbers = new AtomicLong();

  /// @param processFolder with the files `cgroup` and `mountinfo`, as in `/proc/self`
  ControlGroups(Path processFolder) {
    this.processFolder = processFolder;
  }

  /// Those of this process.
  static ControlGroups ofThisProcess() {
    return new ControlGroups(Path.of("/proc/self"));
  }

  /// A new group with limits. The caller removes it.
  ///
  /// @param limits by the controller's name, `memory` or `pids`, in bytes or processes
  /// @throws IOException if this process may make none here; nothing of it is left
  ControlGroup create(Map<String, Long> limits) throws IOException {
    Map<String, Long> missing = new LinkedHashMap<>(limits);
    List<Path> made = new ArrayList<>();
    // More than one host may run in this process: the time tells their groups apart.
    String name =
        "%s%d-%d-%d"
            .formatted(
                PREFIX,
                ProcessHandle.current().pid(),
                System.nanoTime(),
                numbers.incrementAndGet());
    try {
      for (Hierarchy hierarchy : hierarchies()) {
        Map<String, Long> own = new LinkedHashMap<>(missing);
        own.keySet().retainAll(hierarchy.controllers());
        if (!own.isEmpty()) {
          removeLeftOnes(hierarchy.folder());
          Path group = Files.createDirectory(hierarchy.folder().resolve(name));
          made.add(group);
          for (Map.Entry<String, Long> limit : own.entrySet()) {
            hierarchy.limit(group, limit.getKey(), limit.getValue());
          }
          missing.keySet().removeAll(own.keySet());
        }
      }
      if (!missing.isEmpty()) {
        throw new IOException("no control group may limit " + missing.keySet());
      }
      return new ControlGroup(made);
    } catch (IOException e) {
      for (Path group : made) {
        Files.deleteIfExists(group);
      }
      throw e;
    }
  }

  /// A host that was killed with SIGKILL could not remove its groups: the next one does.
  private static void removeLeftOnes(Path folder) throws IOException {
    try (DirectoryStream<Path> groups = Files.newDirectoryStream(folder, PREFIX + "*-*-*")) {
      for (Path group : groups) {
        String host = String.valueOf(group.getFileName()).split("-", -1)[1];
        if (host.matches("[0-9]{1,10}")
            && ProcessHandle.of(Long.parseLong(host)).filter(ProcessHandle::isAlive).isEmpty()) {
          try {
            Files.deleteIfExists(group);
          } catch (IOException ignored) {
            // Someone is in it after all: it is not ours to end.
          }
        }
      }
    }
  }

  /// One tree of groups, and this process's place in it.
  private interface Hierarchy {
    /// Where groups for plugins may be made.
    Path folder();

    /// What they can limit.
    List<String> controllers();

    void limit(Path group, String controller, long limit) throws IOException;
  }

  private List<Hierarchy> hierarchies() throws IOException {
    List<String> own = Files.readAllLines(processFolder.resolve("cgroup"));
    List<Hierarchy> found = new ArrayList<>();
    for (String mount : Files.readAllLines(processFolder.resolve("mountinfo"))) {
      String[] halves = mount.split(" - ", 2);
      String[] left = halves[0].split(" ", -1);
      String[] right = halves.length < 2 ? new String[0] : halves[1].split(" ", -1);
      if (left.length < 5 || right.length < 3) {
        continue;
      }
      Path root = Path.of(left[3]);
      Path point = Path.of(left[4]);
      switch (right[0]) {
        case "cgroup" -> {
          List<String> controllers = List.of(right[2].split(",", -1));
          place(own, controllers)
              .map(group -> inside(point, root, group))
              .ifPresent(folder -> found.add(new First(folder, controllers)));
        }
        case "cgroup2" -> {
          Optional<Path> folder = place(own, List.of()).map(group -> inside(point, root, group));
          if (folder.isPresent()) {
            found.add(Second.at(folder.get(), point));
          }
        }
        default -> {}
      }
    }
    return found;
  }

  /// The group of this process, of the lines `number:controllers:group`; those of version 2 name no
  /// controllers.
  private static Optional<Path> place(List<String> own, List<String> controllers) {
    for (String line : own) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3
          && (controllers.isEmpty()
              ? fields[1].isEmpty()
              : !fields[1].isEmpty()
                  && controllers.containsAll(List.of(fields[1].split(",", -1))))) {
        return Optional.of(Path.of(fields[2]));
      }
    }
    return Optional.empty();
  }

  /// Where a group is among the files. In a container only a part of the tree may be mounted.
  private static Path inside(Path point, Path root, Path group) {
    return group.startsWith(root) ? point.resolve(root.relativize(group)).normalize() : point;
  }

  private record First(Path folder, List<String> controllers) implements Hierarchy {
    @Override
    public void limit(Path group, String controller, long limit) throws IOException {
      String file = controller.equals("memory") ? "memory.limit_in_bytes" : "pids.max";
      Files.writeString(group.resolve(file), String.valueOf(limit));
      Path swap = group.resolve("memory.memsw.limit_in_bytes");
      if (controller.equals("memory") && Files.exists(swap)) {
        Files.writeString(swap, String.valueOf(limit));
      }
    }
  }

  private record Second(Path folder, List<String> controllers) implements Hierarchy {
    /// A group that holds processes cannot hold limited groups, unless it is the root. So where
    /// this process's group does not, its neighbours may: the group above.
    static Second at(Path own, Path point) throws IOException {
      List<String> below = delegated(own);
      Path above = own.getParent();
      return below.isEmpty() && !own.equals(point) && above != null
          ? new Second(above, delegated(above))
          : new Second(own, below);
    }

    private static List<String> delegated(Path group) throws IOException {
      Path file = group.resolve("cgroup.subtree_control");
      String names = Files.exists(file) ? Files.readString(file).strip() : "";
      return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    @Override
    public void limit(Path group, String controller, long limit) throws IOException {
      Files.writeString(group.resolve(controller + ".max"), String.valueOf(limit));
      if (controller.equals("memory")) {
        Path swap = group.resolve("memory.swap.max");
        if (Files.exists(swap)) {
          Files.writeString(swap, "0");
        }
      }
    }
  }
}
