package lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be seen of an executable that does not start (go-plugin: `notes_unix.go`).
final class ExecutableFacts {
  /// The machine's number in an ELF header, bytes 18 and 19, little-endian.
  private static final Map<Integer, String> ELF_MACHINES =
      Map.of(0x03, "x86", 0x28, "arm", 0x3e, "amd64", 0xb7, "aarch64", 0xf3, "riscv64");

  private ExecutableFacts() {}

  /// The facts, a line each, the most telling last.
  static List<String> of(LaunchPlan plan) {
    String name = plan.command().getFirst();
    Optional<Path> file = locate(name, plan.workingDirectory());
    return file.isEmpty() ? List.of("path: " + name + " is nowhere on PATH") : describe(file.get());
  }

  /// The file that the system runs for a command of that name: a path, from the directory in which
  /// the process is to run, or a bare name that is looked up on the host's own PATH.
  ///
  /// @return empty if the name is nowhere on PATH
  static Optional<Path> locate(String name, Optional<Path> workingDirectory) {
    if (name.contains("/") || name.contains("\\")) {
      return Optional.of(workingDirectory.orElse(Path.of("")).resolve(name).toAbsolutePath());
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
      Path candidate = Path.of(folder, name);
      if (Files.isRegularFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  private static List<String> describe(Path file) {
    if (!Files.exists(file)) {
      return List.of("path: " + file + " does not exist");
    }
    if (Files.isDirectory(file)) {
      return List.of("path: " + file + " is a directory, not a program");
    }
    List<String> facts = new ArrayList<>();
    facts.add("path: " + file);
    ownership(file).ifPresent(facts::add);
    if (!Files.isExecutable(file)) {
      facts.add("it is not executable for you; try: chmod +x " + file);
    }
    architecture(file).ifPresent(facts::add);
    return facts;
  }

  private static Optional<String> ownership(Path file) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      return Optional.of(
          "mode: %s, owner: %s, you: %s"
              .formatted(
                  PosixFilePermissions.toString(attributes.permissions()),
                  attributes.owner().getName(),
                  System.getProperty("user.name")));
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> architecture(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] head = stream.readNBytes(20);
      if (head.length == 20 && HexFormat.of().formatHex(head, 0, 4).equals("7f454c46")) {
        int machine = (head[18] & 0xff) | (head[19] & 0xff) << 8;
        String name =
            ELF_MACHINES.getOrDefault(machine, "machine 0x" + Integer.toHexString(machine));
        return Optional.of(
            "architecture: ELF for %s, this machine: %s"
                .formatted(name, System.getProperty("os.arch")));
      }
      if (head.length >= 2 && head[0] == '#' && head[1] == '!') {
        return Optional.of("it is a script; is the interpreter of its first line installed?");
      }
      return Optional.of("it is neither an ELF program nor a script with #! in its first line");
    } catch (IOException e) {
      return Optional.of("it cannot be read: " + e.getMessage());
    }
  }
}
