package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import contract.Calculator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Plugins that a runner of the host's own launches, and their private directory of sockets.
class RunnerTest {
  private static final String LINE = "echo '1|1|unix|/inside/plugin1|grpc|'; exec sleep 300";

  private final AtomicReference<LaunchPlan> plan = new AtomicReference<>();
  private final AtomicReference<Path> sockets = new AtomicReference<>();
  private Path folder = Path.of("");

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  /// Not JUnit's `@TempDir`: its paths may be too long for a socket.
  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "rt");
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    await("the directories of sockets are gone")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(() -> assertThat(folder).isEmptyDirectory());
    Files.delete(folder);
  }

  /// A factory that starts a process as the host itself would, and remembers what it was given.
  private LaunchedRunner launch(LaunchPlan given, Path directory) throws IOException {
    plan.set(given);
    sockets.set(directory);
    return new Contained(ProcessRunner.start(given), AddressTranslation.SAME);
  }

  private UnixSocketConfig inFolder() {
    return UnixSocketConfig.DEFAULT.withTempDirectory(folder);
  }

  @Test
  @Tag("F16")
  @Tag("F28")
  @Tag("F33")
  @Tag("case-9")
  @Tag("F27")
  @Tag("case-40")
  @Tag("case-48")
  void aRealPluginRunsInTheHostsOwnRunner() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    ClientConfig config =
        Helper.plugin("speak")
            .runner(this::launch)
            .unixSockets(inFolder())
            .syncStdout(out)
            .syncStderr(err)
            .build();
    PluginClient client = PluginClient.of(config);
    client.dispense("calculator", Calculator.class).initialize();
    Path socket = Path.of(client.reattachConfig().address().address());

    await()
        .untilAsserted(
            () -> {
              assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("to stdout ä");
              assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("to stderr");
            });
    assertThat(client.id()).hasValue("box-7");
    assertThat(client.reattachConfig().pid()).as("the id is no pid").isZero();
    assertThat(plan.get().environment())
        .containsEntry("PLUGIN_UNIX_SOCKET_DIR", sockets.get().toString())
        .doesNotContainKey("PLUGIN_UNIX_SOCKET_GROUP");
    assertThat(sockets.get()).hasParent(folder).startsWith(folder).exists();
    assertThat(sockets.get().getFileName().toString()).startsWith("plugin-dir");
    assertThat(mode(sockets.get())).isEqualTo("rwx------");
    assertThat(socket).hasParent(sockets.get());
    assertThat(client.kill().graceful()).isTrue();
    assertThat(sockets.get()).as("the private directory after the kill").doesNotExist();
  }

  @Test
  @Tag("F28")
  @Tag("case-40")
  void aGroupMayUseTheDirectoryOfSockets() throws IOException {
    boolean root = Files.getOwner(folder).getName().equals("root");
    int number = root ? 1 : (Integer) Files.getAttribute(folder, "unix:gid");
    String name = root ? "daemon" : groupOf(folder);
    for (String group : List.of(name, String.valueOf(number))) {
      ClientConfig config =
          Helper.script(LINE).runner(this::launch).unixSockets(inFolder().withGroup(group)).build();
      try (PluginClient client = PluginClient.of(config)) {
        client.start();

        assertThat(plan.get().environment())
            .containsEntry("PLUGIN_UNIX_SOCKET_DIR", sockets.get().toString())
            .containsEntry("PLUGIN_UNIX_SOCKET_GROUP", group);
        assertThat(mode(sockets.get())).isEqualTo("rwxrwx---");
        assertThat(Files.getAttribute(sockets.get(), "unix:gid")).as(group).isEqualTo(number);
      }
    }
  }

  private static String groupOf(Path file) throws IOException {
    return String.valueOf(Files.getAttribute(file, "posix:group"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  @Test
  @Tag("F28")
  void anUnknownGroupIsToldBeforeAnythingRuns() {
    ClientConfig config =
        Helper.script(LINE)
            .runner(this::launch)
            .unixSockets(inFolder().withGroup("no-such-group"))
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginTransportException.class)
          .hasMessageContaining("no-such-group");
      assertThat(plan.get()).isNull();
    }
  }

  @Test
  @Tag("F28")
  void aPlainProcessHasAPrivateDirectory() throws IOException {
    Path file = Files.createTempFile("plugin-env", "");
    ClientConfig config =
        Helper.script("env > " + file + "; " + LINE).unixSockets(inFolder()).build();
    try (PluginClient client = PluginClient.of(config)) {
      client.start();
      assertThat(client.reattachConfig().pid()).isPositive();
    }

    assertThat(Files.readAllLines(file))
        .anyMatch(line -> line.startsWith("PLUGIN_UNIX_SOCKET_DIR=" + folder + "/plugin-dir"));
    assertThat(folder).as("after the kill").isEmptyDirectory();
    Files.delete(file);
  }

  /// The plugin calls the directory of sockets `/inside`.
  @Test
  @Tag("F27")
  void addressesAreTranslatedBothWays() {
    List<HostConnector.Target> targets = new CopyOnWriteArrayList<>();
    ClientConfig config =
        Helper.script(LINE)
            .runner(
                (given, directory) -> {
                  sockets.set(directory);
                  return new Contained(ProcessRunner.start(given), new Mounted(directory));
                })
            .unixSockets(inFolder())
            .connector(new Recording(targets))
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      PluginAddress outside =
          new PluginAddress(Network.UNIX, sockets(client).resolve("plugin1").toString());

      assertThat(client.reattachConfig().address()).isEqualTo(outside);
      assertThat(client.state()).isEqualTo(new PluginState.Running(outside, 1));
      assertThat(targets).hasSize(1);
      HostConnector.Target target = targets.getFirst();
      assertThat(target.address()).isEqualTo(outside);
      assertThat(target.addresses().hostToPlugin(outside))
          .isEqualTo(new PluginAddress(Network.UNIX, "/inside/plugin1"));
      assertThat(target.listener())
          .as("what the host serves is where the plugin can reach it")
          .isEqualTo(new basics.UnixListener(sockets.get()));
    }
  }

  private Path sockets(PluginClient client) {
    client.start();
    return sockets.get();
  }

  /// The system may tell of the end before anyone has read the line.
  @Test
  @Tag("case-4")
  @Tag("F27")
  void aLineThatIsReadAfterTheEndStillCounts() {
    ClientConfig config =
        Helper.script("echo '1|1|unix|/inside/plugin1|grpc|'")
            .unixSockets(inFolder())
            .runner(
                (given, directory) ->
                    new Contained(ProcessRunner.start(given), AddressTranslation.SAME) {
                      @Override
                      public InputStream stdout() {
                        ExitStatus _ = exit().join();
                        return super.stdout();
                      }
                    })
            .build();
    List<PluginState> states = new CopyOnWriteArrayList<>();
    try (PluginClient client = PluginClient.of(config)) {
      client.onStateChange(change -> states.add(change.to()));
      client.start();

      assertThat(states)
          .contains(new PluginState.Running(new PluginAddress(Network.UNIX, "/inside/plugin1"), 1));
      assertThat(client.exit()).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(ExitStatus.of(0));
    }
  }

  @Test
  @Tag("F27")
  void aRunnerThatCannotLaunchLeavesNothing() {
    ClientConfig config =
        ClientConfig.builder(Helper.HANDSHAKE)
            .plugins(Helper.CALCULATOR)
            .unixSockets(inFolder())
            .runner(
                (given, directory) -> {
                  throw new IOException("no image named greeter");
                })
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginLaunchException.class)
          .hasMessageContaining("no image named greeter");
      assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    }
  }

  @Test
  @Tag("F2")
  @Tag("F27")
  void aRunnerThatHangsFailsTheStartAndWhatItLaunchesLateIsEnded() {
    CountDownLatch hang = new CountDownLatch(1);
    CompletableFuture<ProcessRunner> late = new CompletableFuture<>();
    ClientConfig config =
        Helper.script(LINE)
            .startTimeout(Duration.ofMillis(300))
            .unixSockets(inFolder())
            .runner(
                (given, directory) -> {
                  awaitQuietly(hang);
                  late.complete(ProcessRunner.start(given));
                  return new Contained(late.join(), AddressTranslation.SAME);
                })
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThat(CompletableFuture.runAsync(client::start))
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableThat()
          .withCauseInstanceOf(PluginStartTimeoutException.class)
          .withMessageContaining("the runner has not launched it within PT0.3S");
      assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    } finally {
      hang.countDown();
    }

    assertThat(late).succeedsWithin(Duration.ofSeconds(10));
    assertThat(late.join().exit())
        .succeedsWithin(Duration.ofSeconds(10))
        .isEqualTo(ExitStatus.of(137));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Tag("F35")
  @Tag("F27")
  void itsDiagnosisStandsInTheErrorOfAFailedStart() {
    ClientConfig config =
        Helper.script("echo out of memory >&2; exit 3")
            .runner(this::launch)
            .unixSockets(inFolder())
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginExitedException.class)
          .hasMessageContaining("exit code 3")
          .hasMessageContaining("out of memory")
          .hasMessageContaining("image: greeter:1.2");
    }
  }

  @Test
  @Tag("F21")
  @Tag("F27")
  void isEndedByTheRunnersOwnMeans() {
    List<String> asked = new ArrayList<>();
    ClientConfig config =
        Helper.script("trap '' TERM; " + LINE.replace("exec", ""))
            .unixSockets(inFolder())
            .runner(
                (given, directory) ->
                    new Contained(ProcessRunner.start(given), AddressTranslation.SAME) {
                      @Override
                      public void terminate() {
                        asked.add("terminate");
                        super.terminate();
                      }

                      @Override
                      public void killTree() {
                        asked.add("kill");
                        super.killTree();
                      }
                    })
            .build();
    PluginClient client = PluginClient.of(config);
    client.start();

    assertThat(client.kill().ended()).isTrue();
    assertThat(asked).containsExactly("terminate", "kill");
  }

  @Test
  @Tag("F25")
  @Tag("case-10")
  @Tag("F27")
  void thereIsOneWayToAPlugin() {
    ReattachConfig somewhere =
        new ReattachConfig("grpc", 1, 4711, new PluginAddress(Network.UNIX, "/tmp/no-such"));
    ClientConfig both = Helper.script(LINE).runner(this::launch).build();
    Runner runner = new AttachedRunner(ProcessHandle.current());

    assertThatThrownBy(() -> PluginClient.reattach(both, somewhere, runner))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("by a runner or taken over, not both");
    assertThatThrownBy(
            () -> ClientConfig.builder(Helper.HANDSHAKE).plugins(Helper.CALCULATOR).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the command is empty, and there is no runner");
    runner.release();
  }

  /// A read of a pipe holds the carrier of a virtual thread, and a JVM has 256 of them: with 128
  /// plugins no virtual thread of the host would run any more.
  @Test
  void aPluginsOutputIsReadOnThreadsOfItsOwn() {
    List<Thread> readers = new CopyOnWriteArrayList<>();
    ClientConfig config =
        Helper.script(LINE)
            .runner((given, directory) -> new Watched(ProcessRunner.start(given), readers))
            .unixSockets(inFolder())
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.start();

      await().until(() -> readers.size() == 2);
      assertThat(readers).noneMatch(Thread::isVirtual).allMatch(Thread::isDaemon);
    }
  }

  /// A process that is known by another name than its pid, as in a container.
  private static class Contained implements LaunchedRunner {
    private final ProcessRunner process;
    private final AddressTranslation addresses;

    Contained(ProcessRunner process, AddressTranslation addresses) {
      this.process = process;
      this.addresses = addresses;
    }

    @Override
    public String name() {
      return "box";
    }

    @Override
    public String id() {
      return "box-7";
    }

    @Override
    public InputStream stdout() {
      return process.stdout();
    }

    @Override
    public InputStream stderr() {
      return process.stderr();
    }

    @Override
    public List<String> diagnosis() {
      return List.of("image: greeter:1.2");
    }

    @Override
    public AddressTranslation addresses() {
      return addresses;
    }

    @Override
    public CompletableFuture<ExitStatus> exit() {
      return process.exit();
    }

    @Override
    public void terminate() {
      process.terminate();
    }

    @Override
    public void killTree() {
      process.killTree();
    }
  }

  /// Tells which threads read its output.
  private static final class Watched extends Contained {
    private final List<Thread> readers;

    Watched(ProcessRunner process, List<Thread> readers) {
      super(process, AddressTranslation.SAME);
      this.readers = readers;
    }

    @Override
    public InputStream stdout() {
      readers.add(Thread.currentThread());
      return super.stdout();
    }

    @Override
    public InputStream stderr() {
      readers.add(Thread.currentThread());
      return super.stderr();
    }
  }

  /// A directory of the host's that the plugin sees as `/inside`.
  private record Mounted(Path directory) implements AddressTranslation {
    @Override
    public PluginAddress pluginToHost(PluginAddress address) {
      return move(address, Path.of("/inside"), directory);
    }

    @Override
    public PluginAddress hostToPlugin(PluginAddress address) {
      return move(address, directory, Path.of("/inside"));
    }

    private static PluginAddress move(PluginAddress address, Path from, Path to) {
      Path file = to.resolve(from.relativize(Path.of(address.address())));
      return new PluginAddress(address.network(), file.toString());
    }
  }

  /// The connector of this layer, which keeps what it is asked to connect to.
  private record Recording(List<Target> targets) implements HostConnector {
    @Override
    public Map<String, String> environment() {
      return DIRECT.environment();
    }

    @Override
    public void requireFit(basics.HandshakeLine line) {
      DIRECT.requireFit(line);
    }

    @Override
    public Link connect(Target target) {
      targets.add(target);
      return DIRECT.connect(target);
    }
  }
}
