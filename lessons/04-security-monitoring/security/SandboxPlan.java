package security;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lifecycle.LaunchPlan;

/// The folders and files that one plugin sees, and the command that shows it nothing else.
final class SandboxPlan {
  private final SandboxSupport.Works support;
  private final Permissions permissions;
  private final Map<Path, Boolean> mounts = new LinkedHashMap<>();
  private final List<String> command;
  private final Optional<Path> folder;

  /// @param reading what it sees read-only besides what it is granted
  /// @param sockets the folder that it shares with the host
  /// @throws IOException if something that it should see is not there
  SandboxPlan(
      SandboxSupport.Works support,
      Permissions permissions,
      LaunchPlan plan,
      List<Path> reading,
      Path sockets)
      throws IOException {
    this.support = support;
    this.permissions = permissions;
    this.folder = plan.workingDirectory().map(Path::toAbsolutePath).map(Path::normalize);
    for (Path path : reading) {
      mount("the host lets it read", path, /* writable= */ false);
    }
    if (folder.isPresent()) {
      mount("the plugin's folder is", folder.get(), /* writable= */ false);
    }
    this.command = program(plan);
    for (Path path : permissions.read()) {
      mount("it is granted to read", path, /* writable= */ false);
    }
    for (Path path : permissions.write()) {
      mount("it is granted to write", path, /* writable= */ true);
    }
    mount("its sockets lie in", sockets, /* writable= */ true);
  }

  private void mount(String why, Path path, boolean writable) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    if (absolute.getNameCount() == 0 || Bubblewrap.isOwn(absolute)) {
      throw new IOException(
          "no sandbox: %s %s, which opens the whole machine; name a folder of its own"
              .formatted(why, absolute));
    }
    if (!Files.exists(absolute)) {
      throw new IOException(
          "no sandbox: %s %s, which does not exist; make it, or take it out"
              .formatted(why, absolute));
    }
    mounts.merge(absolute, writable, Boolean::logicalOr);
  }

  /// The command, with an executable that is there in the sandbox, too.
  private List<String> program(LaunchPlan plan) throws IOException {
    List<String> words = new ArrayList<>(plan.command());
    Path named = executable(plan);
    Path real = named.toRealPath();
    Path jdk = real.resolve("../..").normalize();
    if (Files.isRegularFile(jdk.resolve("lib/modules"))) {
      mount("its JDK is", jdk, /* writable= */ false);
      mountSettings(jdk);
      // By its real name: a link such as /etc/alternatives/java is not there.
      words.set(0, real.toString());
      return words;
    }
    if (!Bubblewrap.shows(real) && mounts.keySet().stream().noneMatch(named::startsWith)) {
      mount("its program is", named, /* writable= */ false);
    }
    words.set(0, named.toString());
    return words;
  }

  /// Debian and Ubuntu keep a JDK's settings elsewhere, and no JDK starts TLS without them. Only
  /// there: a plugin may bring a JDK of its own, whose links lead wherever it likes.
  private void mountSettings(Path jdk) throws IOException {
    Path settings = jdk.resolve("conf/security/java.security");
    if (Files.isRegularFile(settings)) {
      Path folder = settings.toRealPath().resolveSibling("");
      if (folder.toString().matches("/etc/java-[0-9]+-openjdk/security")) {
        mount("its JDK's settings are", folder, /* writable= */ false);
      }
    }
  }

  private static Path executable(LaunchPlan plan) throws IOException {
    if (plan.command().isEmpty()) {
      throw new IOException("no sandbox: there is no command to run in it");
    }
    Path name = Path.of(plan.command().getFirst());
    if (name.getNameCount() > 1 || name.isAbsolute()) {
      Path file = plan.workingDirectory().map(folder -> folder.resolve(name)).orElse(name);
      if (!Files.isExecutable(file)) {
        throw new IOException("no sandbox: %s is no program to run".formatted(file));
      }
      return file.toAbsolutePath().normalize();
    }
    String path = plan.environment().getOrDefault("PATH", "/usr/bin:/bin");
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path file = Path.of(folder).resolve(name);
      if (file.isAbsolute() && Files.isExecutable(file) && !Files.isDirectory(file)) {
        return file;
      }
    }
    throw new IOException("no sandbox: no program %s in %s".formatted(name, path));
  }

  /// The command that runs the plugin in its sandbox.
  ///
  /// Exercise 4.4. Bubblewrap mounts in the order of its options, and the last one wins:
  /// 1. the program, then [Bubblewrap#isolation]; `--share-net` only if a network is granted;
  /// 2. [Bubblewrap#fileSystem], with or without a network;
  /// 3. each of [#mounts] at the path that it has outside: `--bind path path` if it is writable,
  ///    else `--ro-bind path path`. Those with fewer names come first: a folder that is mounted
  ///    later hides what is mounted in it already;
  /// 4. [Bubblewrap#sealed], which makes read-only what is left;
  /// 5. `--chdir` and the plugin's folder, or `/` if it has none;
  /// 6. `--`, what runs the plugin in there, and the plugin's own command.
  ///
  /// @param inside what runs the plugin in there, such as a program that sets limits; may be empty
  @Exercise("4.4")
  List<String> command(List<String> inside) {
    throw new ExerciseNotDone("4.4");
  }

  /// The program's name, for logs.
  String name() {
    return String.valueOf(Path.of(command.getFirst()).getFileName());
  }

  /// For a person: what the plugin sees.
  List<String> facts() {
    return List.of(
        "sandbox: " + support.program(),
        "network: " + (permissions.network() ? "the host's" : "none"),
        "files besides the system's: " + texts());
  }

  private List<String> texts() {
    return mounts.entrySet().stream()
        .map(mount -> mount.getKey() + (mount.getValue() ? " (writable)" : ""))
        .toList();
  }
}
