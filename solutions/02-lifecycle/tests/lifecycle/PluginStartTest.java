package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import basics.HandshakeLine;
import basics.Logging;
import basics.Network;
import basics.PluginAddress;
import basics.PluginTransportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// From the configuration to a running plugin, or to an error. Shell scripts play the plugin.
class PluginStartTest {
  /// A good line, whose socket does not exist: a start needs no more.
  private static final String LINE = "echo '1|1|unix|/tmp/no-such-socket|grpc|'; ";

  private static final String SLEEP = "exec sleep 300";

  @TempDir private Path folder;

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F2")
  void startsOnceWhenManyThreadsAsk() throws Exception {
    Path marker = folder.resolve("starts");
    ClientConfig config = Helper.script("echo x >> " + marker + "; " + LINE + SLEEP).build();
    try (PluginClient client = PluginClient.of(config);
        ExecutorService threads = Executors.newFixedThreadPool(16)) {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<String>> ids = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        ids.add(
            threads.submit(
                () -> {
                  go.await();
                  client.start();
                  return client.id().orElseThrow();
                }));
      }
      go.countDown();

      Set<String> different = new HashSet<>();
      for (Future<String> id : ids) {
        different.add(id.get());
      }
      assertThat(different).as("the processes that the threads saw").hasSize(1);
      assertThat(marker).hasContent("x");
    }
  }

  @Test
  @Tag("F2")
  @Tag("case-2")
  void failsTheSameWayAgainWithoutASecondProcess() {
    Path marker = folder.resolve("starts");
    ClientConfig config = Helper.script("echo x >> " + marker + "; exit 3").build();
    try (PluginClient client = PluginClient.of(config)) {
      Throwable first = catchThrowable(client::start);
      Throwable second = catchThrowable(client::ping);

      assertThat(first).isInstanceOf(PluginExitedException.class);
      assertThat(second).isSameAs(first);
      assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    }
    assertThat(marker).as("close did not start it either").hasContent("x");
  }

  @Test
  @Tag("F21")
  @Tag("case-2")
  void aKillAfterAFailedStartStartsNothing() {
    Path marker = folder.resolve("starts");
    ClientConfig config =
        Helper.script("echo x >> " + marker + "; echo '1|11|tcp|:1234|grpc|'; " + SLEEP).build();
    PluginClient client = PluginClient.of(config);
    assertThatThrownBy(client::start).isInstanceOf(IncompatibleVersionException.class);

    KillReport report = client.kill();

    assertThat(report.steps()).isEmpty();
    assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    assertThat(marker).hasContent("x");
  }

  /// A layer above, or a learner's own code, may throw anything.
  @Test
  @Tag("F2")
  void anyExceptionWhileStartingEndsInFailed() {
    IllegalStateException bug = new IllegalStateException("a bug");
    HostConnector broken =
        new HostConnector() {
          @Override
          public Map<String, String> environment() {
            return Map.of();
          }

          @Override
          public void requireFit(HandshakeLine line) {
            throw bug;
          }

          @Override
          public Link connect(Target target) {
            return DIRECT.connect(target);
          }
        };
    Path marker = folder.resolve("pid");
    ClientConfig config =
        Helper.script("echo $$ > " + marker + "; " + LINE + SLEEP).connector(broken).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start).isSameAs(bug);
      assertThat(client.state())
          .isEqualTo(new PluginState.Failed("java.lang.IllegalStateException: a bug"));
      assertThatThrownBy(client::ping).as("the same again").isSameAs(bug);
      Helper.awaitGone(pid(marker));
    }
  }

  /// In the words of go-plugin's mock plugin: nothing listens there.
  @Test
  @Tag("F4")
  @Tag("F8")
  @Tag("F21")
  @Tag("case-1")
  void takesAnAddressWithoutAHostAndKillsByForce() {
    PluginClient client =
        PluginClient.of(Helper.script("echo '1|1|tcp|:1234|grpc|'; " + SLEEP).build());
    client.start();

    assertThat(client.reattachConfig().address())
        .isEqualTo(new PluginAddress(Network.TCP, ":1234"));
    KillReport report = client.kill();
    assertThat(client.exited()).isTrue();
    assertThat(report.ended()).isTrue();
    assertThat(report.graceful()).isFalse();
  }

  @ParameterizedTest
  @Tag("F4")
  @ValueSource(
      strings = {
        "1|1|unix|/tmp/no-such-socket|grpc|\\r",
        "  1|1|unix|/tmp/no-such-socket|grpc| ",
        "1|1|unix|/tmp/no-such-socket|grpc||true|an eighth field",
      })
  @Tag("case-62")
  @Tag("case-63")
  void takesALineWithMoreThanItNeeds(String line) {
    try (PluginClient client =
        PluginClient.of(Helper.script("printf '" + line + "\\n'; " + SLEEP).build())) {
      client.start();

      assertThat(client.reattachConfig().address().address()).isEqualTo("/tmp/no-such-socket");
    }
  }

  @ParameterizedTest
  @Tag("F4")
  @Tag("F5")
  @Tag("case-15")
  @Tag("case-29")
  @Tag("case-61")
  @Tag("case-64")
  @CsvSource(
      delimiter = ';',
      value = {
        "''; number of fields: 1",
        "2|1|unix|/tmp/p|grpc|; field 1 (core version)",
        "one|1|unix|/tmp/p|grpc|; field 1 (core version)",
        "1|1.5|unix|/tmp/p|grpc|; field 2 (app version)",
        "1|1|udp|/tmp/p|grpc|; field 3 (network)",
        "1|1|unix||grpc|; field 4 (address)",
        "1|1|unix|/tmp/p||; field 5 (protocol)",
      })
  void refusesALineThatIsNone(String line, String complaint) {
    try (PluginClient client =
        PluginClient.of(Helper.script("echo '" + line + "'; " + SLEEP).build())) {
      assertThatThrownBy(client::start)
          .isInstanceOf(NotAPluginException.class)
          .hasMessageContaining(complaint);
    }
  }

  @Test
  @Tag("F4")
  @Tag("case-60")
  void refusesAFirstLineOfSeventyKilobytes() {
    String line = "head -c 70000 /dev/zero | tr '\\0' x; echo; " + LINE;
    try (PluginClient client = PluginClient.of(Helper.script(line + SLEEP).build())) {
      assertThatThrownBy(client::start)
          .isInstanceOf(NotAPluginException.class)
          .hasMessageContaining("longer than 65536 bytes")
          .satisfies(error -> assertThat(error.getMessage()).hasSizeLessThan(2_000));
    }
  }

  @Test
  @Tag("F1")
  @Tag("F21")
  void goesThroughTheStatesInOrder() {
    List<String> states = new CopyOnWriteArrayList<>();
    PluginClient client = PluginClient.of(Helper.script(LINE + SLEEP).build());
    client.onStateChange(change -> states.add(change.from().label() + " " + change.to().label()));

    client.start();
    client.kill();

    assertThat(states)
        .containsExactly("new starting", "starting running", "running stopping", "stopping exited");
    assertThatThrownBy(client::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  @Tag("F21")
  void killedBeforeItsStartItNeverStarts() {
    Path marker = folder.resolve("starts");
    PluginClient client = PluginClient.of(Helper.script("echo x >> " + marker).build());

    KillReport report = client.kill();

    assertThat(report.steps()).isEmpty();
    assertThat(client.state()).isInstanceOf(PluginState.Failed.class);
    assertThatThrownBy(client::start).isInstanceOf(IllegalStateException.class);
    assertThat(marker).doesNotExist();
  }

  @Test
  @Tag("F21")
  @Tag("case-77")
  void killDuringTheStartEndsBoth() {
    Path marker = folder.resolve("pid");
    PluginClient client =
        PluginClient.of(Helper.script("echo $$ > " + marker + "; " + SLEEP).build());
    CompletableFuture<Throwable> start =
        CompletableFuture.supplyAsync(() -> catchThrowable(client::start));
    Helper.awaitFile(marker);

    client.kill();

    assertThat(start).succeedsWithin(Duration.ofSeconds(5));
    assertThat(start.join())
        .isInstanceOf(PluginStoppedException.class)
        .hasMessage("the plugin was killed while it started");
    assertThat(client.state()).as("the state is final").isInstanceOf(PluginState.Failed.class);
    Helper.awaitGone(pid(marker));
  }

  private static long pid(Path marker) {
    try {
      return Long.parseLong(Files.readString(marker).strip());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  @Tag("F23")
  @Tag("case-4")
  void aPluginThatEndsRightAfterItsLineIsExited() {
    try (PluginClient client = PluginClient.of(Helper.script(LINE + "exit 4").build())) {
      client.start();

      await().atMost(Duration.ofSeconds(5)).until(client::exited);
      await().until(() -> client.state().equals(new PluginState.Exited(ExitStatus.of(4))));
      assertThatThrownBy(client::ping)
          .isInstanceOf(PluginStoppedException.class)
          .hasMessageContaining("exit code 4");
    }
  }

  @Test
  void aLineWithAnAddressThatIsNoneLeavesNoProcess() {
    Path marker = folder.resolve("pid");
    ClientConfig config =
        Helper.script("echo $$ > " + marker + "; echo '1|1|tcp|nowhere:x|grpc|'; " + SLEEP).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginTransportException.class)
          .hasMessageContaining("nowhere:x");
      Helper.awaitGone(pid(marker));
    }
  }

  @Test
  void anEarlyExitIsSeenThoughADescendantHoldsTheOutput() {
    Path marker = folder.resolve("pid");
    ClientConfig config =
        Helper.script("sleep 300 & echo $! > " + marker + "; exit 3")
            .startTimeout(Duration.ofSeconds(30))
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      long start = System.nanoTime();

      assertThatThrownBy(client::start)
          .isInstanceOf(PluginExitedException.class)
          .hasMessageContaining("exit code 3");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    } finally {
      ProcessHandle.of(pid(marker)).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @Tag("F4")
  void aClosedStdoutIsNoTimeout() {
    ClientConfig config = Helper.script("exec >&-; " + SLEEP).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(NotAPluginException.class)
          .hasMessageContaining("stdout was closed without a line");
    }
  }

  @Test
  @Tag("F7")
  @Tag("F9")
  @Tag("F39")
  @Tag("case-5")
  @Tag("case-12")
  @Tag("case-25")
  @Tag("case-30")
  @Tag("case-34")
  @Tag("case-44")
  @Tag("case-46")
  @Tag("case-55")
  @Tag("case-56")
  @Tag("case-57")
  void refusesANetrpcPluginWithAdvice() {
    for (String line : List.of("1|1|tcp|:1234", "1|1|unix|/tmp/p|netrpc|")) {
      try (PluginClient client =
          PluginClient.of(Helper.script("echo '" + line + "'; " + SLEEP).build())) {
        assertThatThrownBy(client::start)
            .isInstanceOf(UnsupportedProtocolException.class)
            .hasMessageContaining("\"netrpc\"")
            .hasMessageContaining("[grpc]")
            .hasMessageContaining("GRPCServer");
      }
    }
  }

  @Test
  @Tag("F7")
  @Tag("case-8")
  void refusesAGrpcPluginIfOnlyNetrpcIsAllowed() {
    ClientConfig config = Helper.script(LINE + SLEEP).allowedProtocols(Set.of("netrpc")).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(UnsupportedProtocolException.class)
          .hasMessageContaining("\"grpc\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "17"})
  @Tag("F6")
  @Tag("case-15")
  @Tag("case-16")
  @Tag("case-29")
  void refusesAVersionThatItDoesNotHave(String version) {
    String line = "echo '1|" + version + "|unix|/tmp/p|grpc|'; ";
    try (PluginClient client = PluginClient.of(Helper.script(line + SLEEP).build())) {
      assertThatThrownBy(client::start)
          .isInstanceOf(IncompatibleVersionException.class)
          .hasMessageContaining("the plugin offers " + version)
          .hasMessageContaining("the host has [1]");
    }
  }

  @Test
  @Tag("F24")
  @Tag("case-17")
  void aSilentPluginTimesOut() {
    ClientConfig config = Helper.script(SLEEP).startTimeout(Duration.ofMillis(50)).build();
    try (PluginClient client = PluginClient.of(config)) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginStartTimeoutException.class)
          .hasMessageContaining("PT0.05S");
    }
  }

  @Test
  @Tag("F1")
  void tenMegabytesOnRawStdoutDoNotBlockThePlugin() {
    Path done = folder.resolve("done");
    ClientConfig config =
        Helper.script(LINE + "head -c 10000000 /dev/zero; echo done > " + done + "; " + SLEEP)
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.start();

      Helper.awaitFile(done);
    }
  }

  @Test
  @Tag("F29")
  @Tag("F30")
  @Tag("case-22")
  void givesThePluginItsEnvironment() throws IOException {
    Path file = folder.resolve("env");
    ClientConfig config =
        Helper.script("env > " + file + "; " + LINE + SLEEP)
            .plugins(4, Helper.CALCULATOR)
            .environment("HOME", "/the/plugins/own")
            .environment("GREETING", "hello world")
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.start();
    }

    List<String> lines = Files.readAllLines(file);
    assertThat(lines)
        .contains(
            "TEST_PLUGIN=helper",
            "PLUGIN_PROTOCOL_VERSIONS=1,4",
            "PLUGIN_MIN_PORT=10000",
            "PLUGIN_MAX_PORT=25000",
            "HOME=/the/plugins/own",
            "GREETING=hello world",
            "PATH=" + System.getenv("PATH"));
  }

  @Test
  @Tag("F29")
  @Tag("case-22")
  void keepsTheHostsEnvironmentFromThePluginIfAskedTo() throws IOException {
    Path file = folder.resolve("env");
    ClientConfig config =
        Helper.script("/usr/bin/env > " + file + "; " + LINE + "exec /bin/sleep 300")
            .environment("GREETING", "hello")
            .ports(0, 0)
            .skipHostEnvironment()
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.start();
    }

    assertThat(Files.readAllLines(file))
        .filteredOn(line -> !line.matches("(PWD|OLDPWD|SHLVL|_|PLUGIN_UNIX_SOCKET_DIR)=.*"))
        .as("all but what the shell adds, and the private directory")
        .containsExactlyInAnyOrder(
            "GREETING=hello",
            "TEST_PLUGIN=helper",
            "PLUGIN_PROTOCOL_VERSIONS=1",
            "PLUGIN_MIN_PORT=0",
            "PLUGIN_MAX_PORT=0");
  }

  @Test
  @Tag("F1")
  void runsThePluginInItsDirectory() throws IOException {
    Path script = folder.resolve("plugin.sh");
    Files.writeString(script, "#!/bin/sh\npwd > where\n" + LINE + SLEEP + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    ClientConfig config =
        Helper.config(List.of("./plugin.sh"))
            .workingDirectory(folder)
            .killTimes(Helper.IMPATIENT)
            .build();
    try (PluginClient client = PluginClient.of(config)) {
      client.start();
    }

    assertThat(folder.resolve("where")).hasContent(folder.toRealPath().toString());
  }

  @Test
  @Tag("F1")
  void recordsWhatHappens() {
    List<String> kinds = new CopyOnWriteArrayList<>();
    Trace trace = (process, kind, details) -> kinds.add(kind);
    try (PluginClient client = PluginClient.of(Helper.script(LINE + SLEEP).trace(trace).build())) {
      client.start();
    }

    assertThat(kinds)
        .containsSubsequence(
            TraceKind.SPAWN, TraceKind.HANDSHAKE, TraceKind.DIAL, TraceKind.KILL_STEP)
        .contains(TraceKind.EXIT);
  }

  @Test
  @Tag("F35")
  void namesWhatIsWrongWithTheExecutable() throws IOException {
    Path plain = Files.writeString(folder.resolve("plain"), "#!/bin/sh\n");
    Path orphan = Files.writeString(folder.resolve("orphan"), "#!/no/such/interpreter\n");
    assertThat(orphan.toFile().setExecutable(true)).isTrue();
    Map<String, String> complaints =
        Map.of(
            folder.resolve("missing").toString(),
            "does not exist",
            "no-such-plugin-on-path",
            "is nowhere on PATH",
            folder.toString(),
            "is a directory",
            plain.toString(),
            "chmod +x " + plain,
            orphan.toString(),
            "interpreter");

    complaints.forEach(
        (command, complaint) -> {
          try (PluginClient client = PluginClient.of(Helper.config(List.of(command)).build())) {
            PluginLaunchException error =
                catchThrowableOfType(PluginLaunchException.class, client::start);
            assertThat(error).as(command).isNotNull();
            assertThat(error)
                .hasMessageContaining(complaint)
                .hasMessageContaining(command)
                .hasCauseInstanceOf(IOException.class);
          }
        });
  }

  /// The JDK lets a shell read a file that the system cannot run: the error is the shell's, and the
  /// facts tell what is behind it.
  @Test
  @Tag("F35")
  @Tag("case-58")
  void namesTheArchitectureOfAForeignProgram() throws IOException {
    Path foreign = folder.resolve("foreign");
    Files.write(foreign, elfForAnotherMachine());
    assertThat(foreign.toFile().setExecutable(true)).isTrue();

    try (PluginClient client =
        PluginClient.of(Helper.config(List.of(foreign.toString())).build())) {
      assertThatThrownBy(client::start)
          .isInstanceOf(PluginStartException.class)
          .hasMessageContaining("ELF for machine 0xdead, this machine: ");
    }
  }

  @Test
  @Tag("F35")
  @Tag("case-58")
  void namesAFileThatIsNoProgram() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "exit 3\n");
    LaunchPlan plan = new LaunchPlan(List.of(text.toString()), Map.of(), Optional.empty());

    assertThat(ExecutableFacts.of(plan))
        .anyMatch(fact -> fact.contains("neither a program nor a script"));
  }

  @Test
  @Tag("F35")
  @Tag("case-58")
  void knowsTheMachineOfEachKindOfProgram() {
    byte[] elf = elfForAnotherMachine();
    elf[18] = (byte) 0xb7;
    elf[19] = 0;
    byte[] machO = new byte[64];
    byte[] magic = {(byte) 0xcf, (byte) 0xfa, (byte) 0xed, (byte) 0xfe, 0x0c, 0, 0, 1};
    System.arraycopy(magic, 0, machO, 0, magic.length);
    byte[] windows = new byte[256];
    windows[0] = 'M';
    windows[1] = 'Z';
    windows[60] = (byte) 0x80;
    byte[] header = {'P', 'E', 0, 0, 0x64, (byte) 0x86};
    System.arraycopy(header, 0, windows, 0x80, header.length);

    assertThat(ProgramHeader.of(elf)).hasValue(new ProgramHeader("ELF", "aarch64"));
    assertThat(ProgramHeader.of(machO)).hasValue(new ProgramHeader("Mach-O", "aarch64"));
    assertThat(ProgramHeader.of(windows)).hasValue(new ProgramHeader("PE", "amd64"));
    windows[60] = -1;
    windows[63] = -1;
    assertThat(ProgramHeader.of(windows)).as("a header that is nowhere").isEmpty();
    assertThat(ProgramHeader.of(new byte[3])).isEmpty();
  }

  private static byte[] elfForAnotherMachine() {
    byte[] header = new byte[64];
    byte[] magic = {0x7f, 'E', 'L', 'F', 2, 1, 1};
    System.arraycopy(magic, 0, header, 0, magic.length);
    header[16] = 2;
    header[18] = (byte) 0xad;
    header[19] = (byte) 0xde;
    return header;
  }

  /// Not in the host's private directory: not every plugin heeds it. The fifo stands for a socket.
  @Test
  @Tag("F37")
  void aPluginThatIsRefusedForItsCertificateLeavesNoSocketBehind() throws IOException {
    Path directory = Files.createTempDirectory(Path.of("/tmp"), "pst");
    Path socket = directory.resolve("plugin1");
    String script =
        "mkfifo %s; echo '1|1|unix|%s|grpc|%s'; exec sleep 300"
            .formatted(socket, socket, "A".repeat(52));
    try (PluginClient client = PluginClient.of(Helper.script(script).build())) {
      assertThatThrownBy(client::start).hasMessageContaining("field 6");

      await().atMost(Duration.ofSeconds(5)).until(() -> Files.notExists(socket));
    } finally {
      Files.deleteIfExists(socket);
      Files.delete(directory);
    }
  }
}
