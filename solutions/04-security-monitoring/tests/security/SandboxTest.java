package security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import basics.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lifecycle.LaunchPlan;
import lifecycle.LaunchedRunner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sandbox with shell scripts in it: streams, ends, limits, and machines without bubblewrap.
class SandboxTest {
  @TempDir private Path folder = Path.of("");
  private Path sockets = Path.of("");

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    folder = folder.toRealPath();
    sockets = Files.createDirectory(folder.resolve("sockets"));
  }

  @AfterAll
  static void nothingIsLeft() {
    SandboxFixture.assertNothingIsLeft();
  }

  private LaunchedRunner run(String script, String... permissions) throws IOException {
    SandboxFixture.assumeSandbox();
    return SandboxFixture.script(SandboxFixture.sandbox(permissions).build(), sockets, script);
  }

  private static void awaitLine(LaunchedRunner runner, String line) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(runner.stdout(), UTF_8));
    assertThat(reader.readLine()).isEqualTo(line);
  }

  @Test
  void carriesBothStreamsAndTheExitCode() throws Exception {
    LaunchedRunner runner = run("echo out; echo err >&2; exit 7");

    assertThat(SandboxFixture.read(runner.stdout())).isEqualTo("out\n");
    assertThat(SandboxFixture.read(runner.stderr())).isEqualTo("err\n");
    assertThat(SandboxFixture.end(runner)).hasToString("exit code 7");
    assertThat(runner.name()).isEqualTo("sh");
    assertThat(runner.diagnosis()).anyMatch(line -> line.equals("network: none"));
  }

  @Test
  void tellsWhichSignalHasKilledThePlugin() throws Exception {
    assertThat(SandboxFixture.end(run("kill -9 $$"))).hasToString("exit code 137 (SIGKILL)");
  }

  @Test
  void terminateReachesThePluginItself() throws Exception {
    LaunchedRunner runner =
        run("trap 'echo bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done");
    awaitLine(runner, "ready");

    runner.terminate();

    assertThat(SandboxFixture.end(runner)).hasToString("exit code 3");
  }

  @Test
  void killTreeEndsAllThatIsInThere() throws Exception {
    LaunchedRunner runner =
        run("trap '' TERM; (setsid sleep 300 &) ; sleep 300 & echo ready; sleep 300");
    awaitLine(runner, "ready");
    List<ProcessHandle> inside = runner.descendants();
    assertThat(inside).hasSizeGreaterThan(3);

    runner.terminate();
    runner.killTree();

    assertThat(SandboxFixture.end(runner).code()).hasValue(137);
    await()
        .atMost(SandboxFixture.LONG)
        .untilAsserted(() -> assertThat(inside).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void whatThePluginLeavesRunningEndsWithIt() throws Exception {
    LaunchedRunner runner = run("(setsid sleep 300 &); echo ready; read wait_for_ever; sleep 0.3");
    List<ProcessHandle> inside = new ArrayList<>(runner.descendants());
    awaitLine(runner, "ready");
    inside.addAll(runner.descendants());

    assertThat(SandboxFixture.end(runner).code()).hasValue(0);
    await()
        .atMost(SandboxFixture.LONG)
        .untilAsserted(() -> assertThat(inside).noneMatch(ProcessHandle::isAlive));
  }

  /// The system ends bubblewrap with the thread that started it.
  @Test
  void outlivesTheThreadThatLaunchedIt() throws Exception {
    SandboxFixture.assumeSandbox();
    Sandbox sandbox = SandboxFixture.sandbox().build();
    CompletableFuture<LaunchedRunner> launched = new CompletableFuture<>();
    Thread launcher =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    launched.complete(
                        SandboxFixture.script(sandbox, sockets, "echo ready; sleep 0.5; exit 5"));
                  } catch (IOException e) {
                    launched.completeExceptionally(e);
                  }
                });
    LaunchedRunner runner = launched.get(30, TimeUnit.SECONDS);
    launcher.join();

    assertThat(SandboxFixture.end(runner)).hasToString("exit code 5");
  }

  @Test
  void endsWithItsHostHoweverThatEnds() throws Exception {
    SandboxFixture.assumeSandbox();
    Process host =
        new ProcessBuilder(Helper.command(SandboxHost.class, sockets.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader reader = host.inputReader()) {
      assertThat(reader.readLine()).isEqualTo("ready");
      List<ProcessHandle> plugin = host.descendants().toList();
      assertThat(plugin).hasSizeGreaterThanOrEqualTo(3);

      host.destroyForcibly();

      await()
          .atMost(SandboxFixture.LONG)
          .untilAsserted(() -> assertThat(plugin).noneMatch(ProcessHandle::isAlive));
    } finally {
      host.destroyForcibly();
    }
  }

  @Test
  void limitsMemoryAndProcessesByAControlGroup() throws Exception {
    SandboxFixture.assumeControlGroups();
    LaunchedRunner runner = run("read x; sleep 0.2", "memory", "64MiB", "processes", "10");

    assertThat(runner.diagnosis()).anyMatch(line -> line.endsWith("by a control group"));
    assertThat(SandboxFixture.end(runner).code()).hasValue(0);
    assertThat(SandboxFixture.groups()).isEmpty();
  }

  @Test
  void limitsEachProcessWhereThereAreNoControlGroups() throws Exception {
    SandboxFixture.assumeSandbox();
    Files.writeString(folder.resolve("cgroup"), "");
    Files.writeString(folder.resolve("mountinfo"), "");
    Sandbox sandbox =
        SandboxFixture.sandbox("memory", "64MiB", "processes", "10")
            .controlGroups(new ControlGroups(folder))
            .build();
    LaunchedRunner runner =
        SandboxFixture.script(sandbox, sockets, "ulimit -d; grep processes /proc/self/limits");

    assertThat(SandboxFixture.read(runner.stdout()))
        .startsWith("65536\n")
        .containsPattern("Max processes +10 +10");
    assertThat(runner.diagnosis()).anyMatch(line -> line.endsWith("each process by itself"));
    assertThat(SandboxFixture.end(runner).code()).hasValue(0);
  }

  @Test
  void refusesWhatWouldOpenTheWholeMachine() {
    SandboxFixture.assumeSandbox();
    for (String path : List.of("/", "/proc", "/proc/1", "/dev", "/sys/fs")) {
      Sandbox sandbox = Sandbox.builder(Permissions.NONE).reading(List.of(Path.of(path))).build();
      assertThatThrownBy(() -> SandboxFixture.script(sandbox, sockets, "exit 0"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("opens the whole machine");
    }
    Sandbox missing = SandboxFixture.sandbox("read", folder.resolve("missing").toString()).build();
    assertThatThrownBy(() -> SandboxFixture.script(missing, sockets, "exit 0"))
        .hasMessageContaining("it is granted to read " + folder.resolve("missing"))
        .hasMessageContaining("does not exist");
  }

  @Test
  void refusesOrFallsBackWhereBubblewrapIsMissing() throws Exception {
    Sandbox refusing = Sandbox.builder(Permissions.NONE).path(folder.toString()).build();
    assertThat(refusing.support()).isEqualTo(new SandboxSupport.Missing(folder.toString()));
    assertThatThrownBy(() -> SandboxFixture.script(refusing, sockets, "exit 0"))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bubblewrap is missing")
        .hasMessageContaining("apt install bubblewrap");

    Sandbox falling =
        Sandbox.builder(Permissions.NONE)
            .path(folder.toString())
            .fallback(SandboxFallback.PLAIN_PROCESS)
            .build();
    LaunchedRunner plain = SandboxFixture.script(falling, sockets, "exit 4");
    assertThat(SandboxFixture.end(plain).code()).hasValue(4);
  }

  @Test
  void saysWhatIsWrongWhereBubblewrapCannotWork() throws IOException {
    Path fake = Files.createDirectory(folder.resolve("bin")).resolve("bwrap");
    Files.writeString(
        fake, "#!/bin/sh\necho 'bwrap: No permissions to create new namespace' >&2\nexit 1\n");
    Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwxr-xr-x"));
    Sandbox sandbox =
        Sandbox.builder(Permissions.NONE).path(String.valueOf(fake.getParent())).build();

    assertThat(sandbox.support())
        .isEqualTo(
            new SandboxSupport.Broken(
                fake, "exit code 1, bwrap: No permissions to create new namespace"));
    assertThatThrownBy(() -> SandboxFixture.script(sandbox, sockets, "exit 0"))
        .hasMessageContaining("No permissions to create new namespace")
        .hasMessageContaining("kernel.apparmor_restrict_unprivileged_userns");
  }

  @Test
  void scrubsTheHostsEnvironment() throws Exception {
    SandboxFixture.assumeSandbox();
    Map<String, String> environment = new java.util.HashMap<>(System.getenv());
    environment.put("PLUGIN_MIN_PORT", "1");
    environment.put("OF_THE_PLUGIN", "own");
    LaunchedRunner runner =
        SandboxFixture.sandbox()
            .build()
            .launch(
                new LaunchPlan(List.of("/usr/bin/env"), environment, Optional.empty()), sockets);

    List<String> names =
        SandboxFixture.read(runner.stdout())
            .lines()
            .map(line -> line.substring(0, line.indexOf('=')))
            .filter(name -> !name.equals("PWD"))
            .toList();
    assertThat(SandboxFixture.end(runner).code()).hasValue(0);
    assertThat(names).contains("PLUGIN_MIN_PORT", "OF_THE_PLUGIN");
    assertThat(names).filteredOn(System.getenv()::containsKey).allMatch(Sandbox.HARMLESS::contains);
  }

  @Test
  void findsAPlaceForGroupsOfVersion2() throws IOException {
    Path root = Files.createDirectory(folder.resolve("v2"));
    Path own = Files.createDirectories(root.resolve("user/host"));
    Files.writeString(own.resolve("cgroup.subtree_control"), "\n");
    Files.writeString(root.resolve("user/cgroup.subtree_control"), "memory pids\n");
    Files.writeString(folder.resolve("cgroup"), "0::/user/host\n");
    Files.writeString(
        folder.resolve("mountinfo"),
        "30 23 0:26 / %s rw,nosuid shared:4 - cgroup2 cgroup2 rw\n".formatted(root));

    ControlGroup group = new ControlGroups(folder).create(Map.of("memory", 1000L, "pids", 7L));

    assertThat(group.folders()).hasSize(1);
    Path made = group.folders().getFirst();
    assertThat(made.getParent()).isEqualTo(root.resolve("user"));
    assertThat(made.resolve("memory.max")).hasContent("1000");
    assertThat(made.resolve("pids.max")).hasContent("7");
    Files.writeString(root.resolve("user/cgroup.subtree_control"), "cpu\n");
    assertThatThrownBy(() -> new ControlGroups(folder).create(Map.of("memory", 1L)))
        .isInstanceOf(IOException.class)
        .hasMessage("no control group may limit [memory]");
  }

  /// No one is left to end the rest, and the rest ends.
  @Test
  void endsWithBubblewrapHoweverThatEnds() throws Exception {
    LaunchedRunner runner =
        run("trap '' TERM; (setsid sleep 300 &) ; sleep 300 & echo ready; sleep 300");
    awaitLine(runner, "ready");
    List<ProcessHandle> inside = runner.descendants();
    assertThat(inside).hasSizeGreaterThan(3);

    ProcessHandle bubblewrap = ProcessHandle.of(Long.parseLong(runner.id())).orElseThrow();
    assertThat(bubblewrap.destroyForcibly()).isTrue();

    assertThat(SandboxFixture.end(runner)).hasToString("exit code 137 (SIGKILL)");
    await()
        .atMost(SandboxFixture.LONG)
        .untilAsserted(() -> assertThat(inside).noneMatch(ProcessHandle::isAlive));
  }

  /// As Debian and Ubuntu install it.
  @Test
  void aJdkWhoseSettingsLieInEtcStarts() throws Exception {
    SandboxFixture.assumeSandbox();
    Optional<Path> keytool = jdkWithSettingsInEtc();
    assumeTrue(keytool.isPresent(), "no JDK here has its settings in /etc");
    LaunchedRunner runner =
        SandboxFixture.sandbox()
            .build()
            .launch(
                new LaunchPlan(
                    List.of(keytool.get().toString(), "-genseckey", "-help"),
                    Map.of(),
                    Optional.empty()),
                sockets);
    String said = SandboxFixture.read(runner.stderr()) + SandboxFixture.read(runner.stdout());
    assertThat(SandboxFixture.end(runner).code()).as(said).hasValue(0);
  }

  private static Optional<Path> jdkWithSettingsInEtc() throws IOException {
    Path all = Path.of("/usr/lib/jvm");
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> jdks = Files.list(all)) {
      return jdks.filter(jdk -> Files.isSymbolicLink(jdk.resolve("conf/security/java.security")))
          .map(jdk -> jdk.resolve("bin/keytool"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }
}
