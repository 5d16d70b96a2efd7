package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lifecycle.ExitStatus;
import lifecycle.LaunchPlan;
import lifecycle.LaunchedRunner;

/// What the sandbox's tests share.
final class SandboxFixture {
  static final Duration LONG = Duration.ofSeconds(30);

  private SandboxFixture() {}

  /// Skips the test where no sandbox can be made.
  static void assumeSandbox() {
    SandboxSupport support = Sandbox.builder(Permissions.NONE).build().support();
    assumeTrue(support instanceof SandboxSupport.Works, support::text);
  }

  /// Skips the test where no control group can be made.
  static void assumeControlGroups() {
    SandboxLimits limits =
        SandboxLimits.of(
            permissions("memory", "64MiB", "processes", "10"), ControlGroups.ofThisProcess());
    boolean removed = limits.group().map(ControlGroup::remove).orElse(true);
    assertThat(removed).isTrue();
    assumeTrue(limits.group().isPresent(), limits.fact());
  }

  /// Permissions of one text for each key: key, text, key, text.
  static Permissions permissions(String... texts) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (int i = 0; i < texts.length; i += 2) {
      all.put(texts[i], List.of(texts[i + 1]));
    }
    return Permissions.of(Path.of("/test/plugin.yaml"), all);
  }

  /// A sandbox in which the tests' own classes can be read.
  static Sandbox.Builder sandbox(String... permissions) {
    return sandbox(permissions(permissions));
  }

  /// A sandbox in which the tests' own classes can be read.
  static Sandbox.Builder sandbox(Permissions permissions) {
    return Sandbox.builder(permissions)
        .reading(
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::exists)
                .toList());
  }

  /// A shell script in a sandbox; for tests that need no plugin's protocol.
  static LaunchedRunner script(Sandbox sandbox, Path sockets, String script) throws IOException {
    return sandbox.launch(
        new LaunchPlan(
            List.of("/bin/sh", "-c", script), Map.of("PATH", "/usr/bin:/bin"), Optional.empty()),
        sockets);
  }

  static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  static ExitStatus end(LaunchedRunner runner) throws Exception {
    return runner.exit().get(LONG.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// The control groups that this process has made and not removed.
  static List<Path> groups() {
    List<Path> left = new ArrayList<>();
    Path root = Path.of("/sys/fs/cgroup");
    String name = "plugin-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> all = Files.walk(root, 8)) {
      all.filter(path -> String.valueOf(path.getFileName()).startsWith(name)).forEach(left::add);
    } catch (IOException | UncheckedIOException ignored) {
      // Other groups come and go while they are walked.
    }
    return left;
  }

  /// To be called after all tests of a class.
  static void assertNothingIsLeft() {
    Helper.assertNothingRuns();
    await("no control group is left")
        .atMost(LONG)
        .untilAsserted(() -> assertThat(groups()).isEmpty());
  }
}
