package security;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The program that makes sandboxes, [bubblewrap](https://github.com/containers/bubblewrap), and
/// the options that all of them have.
final class Bubblewrap {
  private static final String NAME = "bwrap";
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(10);
  private static final long TMP_BYTES = 64L << 20;

  /// What programs need of a system, and nothing that is someone's own.
  private static final List<String> SYSTEM =
      List.of(
          "/usr/lib",
          "/usr/lib32",
          "/usr/lib64",
          "/usr/bin",
          "/usr/share/zoneinfo",
          "/usr/share/locale",
          "/lib",
          "/lib32",
          "/lib64",
          "/bin",
          "/etc/ld.so.cache",
          "/etc/ssl/certs",
          "/etc/pki/ca-trust");

  /// What a program with a network needs besides.
  private static final List<String> NETWORK =
      List.of("/etc/resolv.conf", "/etc/hosts", "/etc/nsswitch.conf");

  private Bubblewrap() {}

  /// Looks for bubblewrap and tries it out, with all that a sandbox needs.
  ///
  /// @param path folders to look in, as in the variable `PATH`
  static SandboxSupport probe(String path) {
    Optional<Path> program = locate(path);
    if (program.isEmpty()) {
      return new SandboxSupport.Missing(path.isEmpty() ? "an empty PATH" : path);
    }
    Optional<String> complete = trial(program.get(), /* complete= */ true);
    if (complete.isEmpty()) {
      return new SandboxSupport.Works(program.get(), /* complete= */ true);
    }
    return trial(program.get(), /* complete= */ false)
        .<SandboxSupport>map(evidence -> new SandboxSupport.Broken(program.get(), evidence))
        .orElse(new SandboxSupport.Works(program.get(), /* complete= */ false));
  }

  private static Optional<Path> locate(String path) {
    for (String folder : path.split(File.pathSeparator, -1)) {
      Path candidate = Path.of(folder, NAME);
      // A relative folder would mean another program for each working directory.
      if (candidate.isAbsolute()
          && Files.isExecutable(candidate)
          && Files.isRegularFile(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /// What went wrong; empty if nothing did.
  private static Optional<String> trial(Path program, boolean complete) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(isolation(complete));
    command.addAll(fileSystem(complete, /* network= */ false));
    command.addAll(sealed());
    command.addAll(List.of("--", "/bin/sh", "-c", "exit 42"));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().clear();
      Process process = builder.redirectInput(new File("/dev/null")).start();
      if (!process.waitFor(PROBE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
        return Optional.of("no end within " + PROBE_LIMIT);
      }
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.exitValue() == 42
          ? Optional.empty()
          : Optional.of("exit code %d, %s".formatted(process.exitValue(), said.strip()));
    } catch (IOException e) {
      return Optional.of(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  /// Own users, processes, names, queues, network; no rights; no terminal; no life without the
  /// host.
  static List<String> isolation(boolean complete) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "--unshare-all",
                "--unshare-user",
                "--uid",
                "65534",
                "--gid",
                "65534",
                "--cap-drop",
                "ALL",
                "--new-session",
                "--die-with-parent"));
    if (complete) {
      options.add("--disable-userns");
    }
    return options;
  }

  /// The system's part of the files: read-only, and an empty `/tmp` in memory.
  static List<String> fileSystem(boolean complete, boolean network) {
    List<String> options = new ArrayList<>();
    List<String> shown = new ArrayList<>(SYSTEM);
    if (network) {
      shown.addAll(NETWORK);
    }
    shown.forEach(path -> options.addAll(List.of("--ro-bind-try", path, path)));
    options.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
    if (complete) {
      options.addAll(List.of("--size", String.valueOf(TMP_BYTES)));
    }
    options.addAll(List.of("--tmpfs", "/tmp"));
    return options;
  }

  /// After all else: where nothing was mounted, nothing can be written either.
  ///
  /// `/proc`, too: to the kernel a plugin of a host that is root is root, and may write `/proc/sys`
  /// without any right. Bubblewrap itself overlooks that.
  static List<String> sealed() {
    return List.of("--remount-ro", "/proc", "--remount-ro", "/dev", "--remount-ro", "/");
  }

  /// Whether a path is the sandbox's own affair, so that no host's folder can take its place.
  static boolean isOwn(Path path) {
    return List.of("/proc", "/dev", "/sys").stream().anyMatch(own -> path.startsWith(Path.of(own)));
  }

  /// The system's folders that a plugin sees read-only.
  static boolean shows(Path path) {
    return SYSTEM.stream().anyMatch(shown -> path.startsWith(Path.of(shown)));
  }
}
