import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import basics.Logging;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import lifecycle.LaunchPlan;
import lifecycle.LaunchedRunner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import security.Permissions;
import security.Sandbox;
import security.SandboxFallback;
import security.SandboxSupport;

/// Shell scripts in a plugin's place: what they see, reach and get told.
@Tag("4.4")
@DisplayName("4.4 Sandbox")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SandboxCheck {
  @TempDir private Path temporary;

  private Path folder;

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  private Path sockets;
  private Path data;
  private LaunchedRunner running;

  @BeforeEach
  void makeFolders() throws IOException {
    folder = temporary.toRealPath();
    sockets = Files.createDirectory(folder.resolve("sockets"));
    data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(folder.resolve("secret"), "secret");
    Files.writeString(data.resolve("price"), "42");
  }

  @AfterEach
  void endWhatRuns() {
    if (running != null) {
      running.killTree();
    }
  }

  private Permissions granted(Map<String, String> texts) {
    Map<String, List<String>> lists = new HashMap<>();
    texts.forEach((key, text) -> lists.put(key, List.of(text)));
    return Permissions.of(folder.resolve("plugins.yaml"), lists);
  }

  private static Sandbox real(Permissions permissions) {
    Sandbox sandbox = Sandbox.builder(permissions).build();
    assumeTrue(sandbox.support() instanceof SandboxSupport.Works, sandbox.support()::text);
    return sandbox;
  }

  private LaunchedRunner run(Sandbox sandbox, Optional<Path> home, String script)
      throws IOException {
    Map<String, String> environment = Map.of("PATH", "/usr/bin:/bin");
    running =
        sandbox.launch(
            new LaunchPlan(List.of("/bin/sh", "-c", script), environment, home), sockets);
    return running;
  }

  /// What a script prints in a sandbox with those permissions.
  private String output(Map<String, String> permissions, String script) throws IOException {
    LaunchedRunner runner =
        run(real(granted(permissions)), Optional.empty(), "{ " + script + "; } 2>&1");
    return new String(runner.stdout().readAllBytes(), UTF_8).strip();
  }

  private static int code(LaunchedRunner runner) throws Exception {
    return runner.exit().get(30, TimeUnit.SECONDS).code().orElse(-1);
  }

  // --- network

  private static final String NETWORKS = "tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d ' \\n'";

  @Test
  @DisplayName("there is no network unless it is granted")
  void thereIsNoNetworkUnlessGranted() throws IOException {
    String outside;
    try (var lines = Files.lines(Path.of("/proc/self/net/dev"))) {
      outside =
          String.join(
              "", lines.skip(2).map(line -> line.substring(0, line.indexOf(':')).strip()).toList());
    }
    assertThat(output(Map.of(), NETWORKS)).as("networks in the sandbox").isEqualTo("lo");
    assertThat(output(Map.of("network", "true"), NETWORKS))
        .as("networks in the sandbox where the network is granted")
        .isEqualTo(outside);
  }

  // --- files

  @Test
  @DisplayName("a file that is not granted is not there")
  void aFileThatIsNotGrantedIsNotThere() throws IOException {
    Path secret = folder.resolve("secret");

    assertThat(
            output(
                Map.of("read", data.toString()),
                "cat %s/price; cat %s /proc/self/root%s /etc/passwd"
                    .formatted(data, secret, secret)))
        .as("what a plugin can read that is granted %s", data)
        .startsWith("42")
        .doesNotContain("secret\n", "root:")
        .contains("No such file");
  }

  @Test
  @DisplayName("what is granted to read cannot be written, and what is granted to write can")
  void readIsNotWrite() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    String answer =
        output(
            Map.of("read", data.toString(), "write", out.toString()),
            "echo 1 > %s/result && echo written; echo 2 > %s/price".formatted(out, data));

    assertThat(answer).as("the two attempts").contains("written", "Read-only file system");
    assertThat(out.resolve("result")).as("a file in the folder to write").hasContent("1");
    assertThat(data.resolve("price")).as("a file in the folder to read").hasContent("42");
  }

  @Test
  @DisplayName("a folder to write inside a folder to read stays writable, and the other way round")
  void foldersInFolders() throws IOException {
    Path inner = Files.createDirectory(data.resolve("inner"));
    Path deepest = Files.createDirectory(inner.resolve("deepest"));
    String script =
        "touch %s/a && echo inner; touch %s/a && echo data; touch %s/a && echo deepest"
            .formatted(inner, data, deepest);

    assertThat(output(Map.of("read", data.toString(), "write", inner.toString()), script))
        .as("read %s, write %s: what could be written", data, inner)
        .contains("inner", "deepest")
        .doesNotContain("\ndata");
    assertThat(output(Map.of("read", inner.toString(), "write", data.toString()), script))
        .as("write %s, read %s: what could be written", data, inner)
        .contains("data")
        .doesNotContain("\ndeepest")
        .doesNotStartWith("inner");
  }

  @Test
  @DisplayName("nothing else can be written but the plugin's own /tmp")
  void nothingElseCanBeWritten() throws IOException {
    String answer =
        output(
            Map.of(),
            "for f in /new /usr/bin/new /dev/new /proc/new; do echo 1 > $f && echo wrote $f; done; "
                + "echo 1 > /tmp/new && echo own tmp; echo 1 > %s/s && echo sockets"
                    .formatted(sockets));

    assertThat(answer).as("the attempts").doesNotContain("wrote").contains("own tmp", "sockets");
    assertThat(Path.of("/tmp/new")).as("the plugin's /tmp/new on the host").doesNotExist();
  }

  @Test
  @DisplayName("it runs in its own folder, read-only, or else in /")
  void itRunsInItsFolder() throws IOException {
    Sandbox sandbox = real(Permissions.NONE);

    String script = "pwd; cat price; touch new || echo read-only";
    LaunchedRunner at = run(sandbox, Optional.of(data), script);
    assertThat(new String(at.stdout().readAllBytes(), UTF_8).lines().toList())
        .as("folder, its file, and an attempt to write in %s", data)
        .containsExactly(data.toString(), "42read-only");
    LaunchedRunner nowhere = run(sandbox, Optional.empty(), "pwd");
    assertThat(new String(nowhere.stdout().readAllBytes(), UTF_8).strip())
        .as("where a plugin without a folder runs")
        .isEqualTo("/");
  }

  @Test
  @DisplayName("the words of the command and its exit code arrive as they are")
  void runsTheCommandAsItIs() throws Exception {
    running =
        real(Permissions.NONE)
            .launch(
                new LaunchPlan(
                    List.of("/bin/sh", "-c", "echo \"$1|$2\"; exit 7", "sh", "a b", "--bind"),
                    Map.of("PATH", "/usr/bin:/bin"),
                    Optional.empty()),
                sockets);

    assertThat(new String(running.stdout().readAllBytes(), UTF_8).strip())
        .as("two words that the plugin got")
        .isEqualTo("a b|--bind");
    assertThat(code(running)).as("its exit code").isEqualTo(7);
  }

  // --- environment; also where there is no bubblewrap

  @Test
  @DisplayName("the host's environment stays outside, and what is meant for the plugin passes")
  void theHostsEnvironmentStaysOutside() throws IOException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String changed = "HOME".concat(System.getenv().containsKey("HOME") ? "" : "_OF_MINE");
    environment.put(changed, "/for/this/plugin");
    environment.put("OF_THE_PLUGIN", "own");
    environment.put("PLUGIN_PROTOCOL_VERSIONS", "1");
    String secret =
        System.getenv().keySet().stream()
            .filter(name -> !name.equals(changed) && !name.startsWith("PLUGIN_"))
            .filter(name -> !Sandbox.HARMLESS.contains(name))
            .filter(name -> name.matches("[A-Z_]+") && !List.of("PWD", "SHLVL", "_").contains(name))
            .filter(name -> !System.getenv(name).isEmpty())
            .sorted()
            .findFirst()
            .orElse("NONE_HERE");
    Map<String, String> before = Map.copyOf(environment);
    for (boolean passing : new boolean[] {false, true}) {
      Sandbox.Builder builder =
          Sandbox.builder(Permissions.NONE).fallback(SandboxFallback.PLAIN_PROCESS);
      if (passing) {
        builder.passing(secret);
      }
      running =
          builder
              .build()
              .launch(
                  new LaunchPlan(List.of("/usr/bin/env"), environment, Optional.empty()), sockets);
      List<String> lines = new String(running.stdout().readAllBytes(), UTF_8).lines().toList();
      assertThat(lines)
          .as("variables that the host sets for the plugin, and the protocol's")
          .contains(
              "OF_THE_PLUGIN=own", changed + "=/for/this/plugin", "PLUGIN_PROTOCOL_VERSIONS=1");
      assertThat(lines).as("PATH is on the list").contains("PATH=" + System.getenv("PATH"));
      if (!secret.equals("NONE_HERE")) {
        assertThat(lines.stream().anyMatch(line -> line.startsWith(secret + "=")))
            .as("%s, which is the host's own, %s on the list", secret, passing ? "and" : "not")
            .isEqualTo(passing);
      }
    }
    assertThat(environment).as("the plan's environment afterwards").isEqualTo(before);
  }

  // --- its end

  private static void awaitReady(LaunchedRunner runner) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(runner.stdout(), UTF_8));
    assertThat(reader.readLine()).as("the script's first line").isEqualTo("ready");
  }

  @Test
  @DisplayName("SIGTERM reaches the plugin, which may end in its own way")
  void sigtermReachesThePlugin() throws Exception {
    LaunchedRunner runner =
        run(
            real(Permissions.NONE),
            Optional.empty(),
            "trap 'echo 1 > %s/bye; exit 3' TERM; echo ready; while :; do sleep 0.05; done"
                .formatted(sockets));
    awaitReady(runner);

    runner.terminate();

    assertThat(code(runner)).as("the exit code that the plugin chose").isEqualTo(3);
    assertThat(sockets.resolve("bye")).as("what it did before it ended").exists();
  }

  @Test
  @DisplayName("SIGTERM is a question: a plugin may ignore it")
  void sigtermIsAQuestion() throws Exception {
    LaunchedRunner runner =
        run(
            real(Permissions.NONE),
            Optional.empty(),
            "trap '' TERM; echo ready; sleep 0.6; exit 5");
    awaitReady(runner);

    runner.terminate();

    try {
      assertThat(code(runner)).as("the exit code of a plugin that ignores SIGTERM").isEqualTo(5);
    } catch (TimeoutException e) {
      throw new AssertionError("the plugin did not end", e);
    }
  }
}
