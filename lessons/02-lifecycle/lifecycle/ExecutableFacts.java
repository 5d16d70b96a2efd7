package lifecycle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be seen of an executable that does not start (go-plugin: `notes_unix.go`).
final class ExecutableFacts {
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
    try {
      Optional<ProgramHeader> header = ProgramHeader.of(file);
      if (header.isPresent()) {
        return Optional.of(
            "architecture: %s for %s, this machine: %s"
                .formatted(
                    header.get().kind(), header.get().machine(), System.getProperty("os.arch")));
      }
      if (isScript(file)) {
        return Optional.of("it is a script; is the interpreter of its first line installed?");
      }
      return Optional.of("it is neither a program nor a script with #! in its first line");
    } catch (IOException e) {
      return Optional.of("it cannot be read: " + e.getMessage());
    }
  }

  private static boolean isScript(Path file) throws IOException {
    try (InputStream stream = Files.newInputStream(file)) {
      return Arrays.equals(stream.readNBytes(2), new byte[] {'#', '!'});
    }
  }
}
