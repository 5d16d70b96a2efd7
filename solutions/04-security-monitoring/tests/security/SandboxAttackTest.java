package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import attack.Attack;
import attack.Control;
import basics.Logging;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import lifecycle.PluginClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLogger;

/// A hostile plugin in a sandbox, and another plugin beside it that must go on answering. Each of
/// these attacks works on a plugin without a sandbox, as the first test shows.
class SandboxAttackTest {
  private static final String SECRET = "the host's secret";
  private static final int PROCESSES = 120;
  private static final int MEMORY = 300 << 20;
  private static final int LOG_BYTES_PER_SECOND = 256 << 10;

  @TempDir private Path folder = Path.of("");
  private Path secret = Path.of("");
  private Path data = Path.of("");
  private final PluginClient neighbour = PluginClient.of(HostilePlugin.config().build());

  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
    SandboxFixture.assumeSandbox();
  }

  @AfterAll
  static void nothingIsLeft() {
    SandboxFixture.assertNothingIsLeft();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    folder = folder.toRealPath();
    secret = Files.writeString(folder.resolve("secret"), SECRET);
    data = Files.createDirectory(folder.resolve("data"));
    Files.writeString(data.resolve("price"), "42");
  }

  @AfterEach
  void theNeighbourStillAnswers() {
    try (neighbour) {
      assertThat(tools(neighbour).tell("hello")).isEqualTo("hello");
    }
  }

  private static HostilePlugin.Tools tools(PluginClient client) {
    return client.dispense("order", HostilePlugin.Tools.class);
  }

  private static PluginClient attacker(Sandbox sandbox, String... javaOptions) {
    return PluginClient.of(HostilePlugin.config(javaOptions).runner(sandbox).build());
  }

  private PluginClient attacker(String... permissions) {
    return attacker(SandboxFixture.sandbox(permissions).build());
  }

  private static void assertRefused(String answer) {
    assertThat(answer).startsWith("refused: ").doesNotContain(SECRET);
  }

  @Test
  @Control({
    "a plugin that opens the network",
    "a plugin that reads through /proc/self/root",
    "a plugin that reads through a link it makes",
    "a plugin that writes outside of its folders",
    "a plugin that kills its host",
    "a plugin that reads the host's environment"
  })
  void withoutASandboxTheAttacksSucceed() throws IOException {
    HostilePlugin.Tools plain = tools(neighbour);

    assertThat(plain.tell("read " + secret)).isEqualTo(SECRET);
    assertThat(plain.tell("read /proc/self/root" + secret)).isEqualTo(SECRET);
    assertThat(plain.tell("link %s/out %s".formatted(data, secret))).isEqualTo(SECRET);
    assertThat(plain.tell("write %s/new".formatted(folder))).endsWith("new");
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(plain.tell("connect 127.0.0.1 " + socket.getLocalPort())).isEqualTo("connected");
    }
    assertThat(plain.tell("environment")).contains(secretNames());
    // The signal 0 only asks whether another one would be delivered.
    assertThat(plain.tell("signal 0 " + ProcessHandle.current().pid())).isEqualTo("exit code 0");
  }

  @Test
  @Control("a plugin that reads /etc/shadow")
  void withoutASandboxItReadsWhatItsUserMay() {
    Path shadow = Path.of("/etc/shadow");
    assumeTrue(Files.isReadable(shadow), "this user may not read /etc/shadow anyway");

    assertThat(tools(neighbour).tell("read " + shadow)).contains("root:");
  }

  /// A few more than the sandbox allows in the test of it, and no more.
  @Test
  @Control("a plugin that forks 1,000 times")
  void withoutASandboxItForksOn() {
    int more = PROCESSES + 30;
    try {
      assertThat(tools(neighbour).tell("fork " + more)).isEqualTo("started " + more);
    } finally {
      ProcessHandle.current()
          .descendants()
          .filter(SandboxAttackTest::isSleep)
          .forEach(ProcessHandle::destroyForcibly);
    }
  }

  /// As much as the sandbox allows in the test of it, which the JVM itself needs a part of.
  @Test
  @Control("a plugin that eats memory")
  void withoutASandboxItEatsOn() {
    try (PluginClient plain = PluginClient.of(HostilePlugin.config("-Xmx1g").build())) {
      assertThat(tools(plain).tell("eat " + MEMORY)).isEqualTo("ate " + (MEMORY >> 20));
    }
  }

  @Test
  @Control("a plugin that floods its log")
  void withoutASandboxItFloodsOn() {
    AtomicLong received = new AtomicLong();
    try (PluginClient plain =
        PluginClient.of(
            HostilePlugin.config()
                .logger(NOPLogger.NOP_LOGGER)
                .stderr(counting(received))
                .build())) {
      HostilePlugin.Tools attacker = tools(plain);
      long startNanos = System.nanoTime();
      assertThat(attacker.tell("flood 200000000")).isEqualTo("flooding");

      await().atMost(SandboxFixture.LONG).until(() -> received.get() > mostLogBytes(startNanos));
    }
  }

  /// What a plugin in the sandbox may have logged since then.
  private static double mostLogBytes(long startNanos) {
    return ((System.nanoTime() - startNanos) / 1e9 + 2) * LOG_BYTES_PER_SECOND;
  }

  @Test
  @Attack(
      value = "a plugin that opens the network",
      defence = "a network namespace of its own",
      exercise = "4.4")
  void opensNoNetworkUnlessGranted() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        PluginClient closed = attacker();
        PluginClient open = attacker("network", "true")) {
      String connect = "connect 127.0.0.1 " + socket.getLocalPort();

      assertRefused(tools(closed).tell(connect));
      assertRefused(tools(closed).tell("connect 192.0.2.1 80"));
      assertThat(tools(open).tell(connect)).isEqualTo("connected");
    }
  }

  @Test
  @Attack(
      value = "a plugin that reads /etc/shadow",
      defence = "only granted folders are there",
      exercise = "4.4")
  @Attack(
      value = "a plugin that reads through /proc/self/root",
      defence = "only granted folders are there",
      exercise = "4.4")
  @Attack(
      value = "a plugin that reads through a link it makes",
      defence = "only granted folders are there",
      exercise = "4.4")
  void readsNothingButWhatIsGranted() {
    try (PluginClient client = attacker("write", data.toString())) {
      HostilePlugin.Tools attacker = tools(client);
      long host = ProcessHandle.current().pid();

      assertThat(attacker.tell("read %s/price".formatted(data))).isEqualTo("42");
      for (String path :
          List.of(
              secret.toString(),
              data + "/../secret",
              "/etc/shadow",
              "/etc/passwd",
              "/proc/self/root" + secret,
              "/proc/1/root" + secret,
              "/proc/%d/environ".formatted(host),
              "/proc/%d/root%s".formatted(host, secret),
              "/proc/self/cwd/.." + secret)) {
        assertRefused(attacker.tell("read " + path));
      }
      assertRefused(attacker.tell("link %s/out %s".formatted(data, secret)));
      assertRefused(attacker.tell("link %s/root /proc/self/root%s".formatted(data, secret)));
      assertThat(attacker.tell("list /")).doesNotContain("boot", "srv", "sys", "var");
      assertThat(attacker.tell("list " + folder)).isEqualTo("[data]");
    }
  }

  @Test
  @Attack(
      value = "a plugin that writes outside of its folders",
      defence = "file system read-only but for what is granted",
      exercise = "4.4")
  void writesNowhereButWhereItMay() {
    try (PluginClient client = attacker("read", data.toString())) {
      for (String path :
          List.of(
              data + "/price",
              data + "/new",
              "/new",
              "/dev/new",
              "/dev/shm/new",
              "/usr/bin/new",
              "/etc/new",
              "/proc/new")) {
        assertRefused(tools(client).tell("write " + path));
      }
      // Only what is there already: this attack must do no harm where it succeeds.
      for (String path : List.of("/proc/sys/kernel/core_pattern", "/proc/self/oom_score_adj")) {
        assertRefused(tools(client).tell("rewrite " + path));
      }
      // In its own /tmp, which is not the host's.
      assertThat(tools(client).tell("write /tmp/sandbox-new")).isEqualTo("/tmp/sandbox-new");
      String ignored = tools(client).tell("write %s/new".formatted(folder));
    }
    assertThat(Path.of("/tmp/sandbox-new")).doesNotExist();
    assertThat(folder.resolve("new")).doesNotExist();
    assertThat(data.resolve("price")).hasContent("42");
    try (PluginClient client = attacker("write", data.toString())) {
      assertThat(tools(client).tell("write %s/price".formatted(data))).endsWith("price");
    }
    assertThat(data.resolve("price")).hasContent("written");
  }

  @Test
  @Attack(
      value = "a plugin that kills its host",
      defence = "a process namespace of its own",
      exercise = "4.4")
  void seesAndSignalsNoProcessButItsOwn() {
    try (PluginClient client = attacker()) {
      long host = ProcessHandle.current().pid();

      assertThat(tools(client).tell("signal 0 " + host)).isNotEqualTo("exit code 0");
      // Process 1 in there is bubblewrap's.
      assertThat(tools(client).tell("signal 9 1")).isEqualTo("exit code 0");
      assertThat(tools(client).tell("hello")).isEqualTo("hello");
    }
  }

  @Test
  @Attack(
      value = "a plugin that forks 1,000 times",
      defence = "a process limit of its control group",
      exercise = "4.4")
  void forksOnlyAsManyAsItMay() {
    SandboxFixture.assumeControlGroups();
    try (PluginClient client = attacker("processes", String.valueOf(PROCESSES))) {
      try {
        assertThat(tools(client).tell("fork 1000")).startsWith("refused: after ");
      } catch (StatusRuntimeException e) {
        // It has choked on its own processes.
        assertThat(client.id()).isPresent();
      }
      assertThat(ProcessHandle.current().descendants().filter(SandboxAttackTest::isSleep).count())
          .isBetween(1L, (long) PROCESSES);
      assertThat(tools(neighbour).tell("hello")).isEqualTo("hello");
    }
    await()
        .atMost(SandboxFixture.LONG)
        .until(() -> ProcessHandle.current().descendants().noneMatch(SandboxAttackTest::isSleep));
  }

  private static boolean isSleep(ProcessHandle process) {
    return process.info().command().filter(command -> command.endsWith("sleep")).isPresent();
  }

  @Test
  @Attack(
      value = "a plugin that eats memory",
      defence = "a memory limit of its control group",
      exercise = "4.4")
  void eatsOnlyItsOwnMemory() {
    SandboxFixture.assumeControlGroups();
    Sandbox sandbox = SandboxFixture.sandbox("memory", MEMORY / (1 << 20) + "MiB").build();
    try (PluginClient client = attacker(sandbox, "-Xmx4g")) {
      String outcome;
      try {
        outcome = tools(client).tell("eat 3000000000");
      } catch (StatusRuntimeException e) {
        outcome = e.getStatus().getCode().name();
      }
      assertThat(outcome).isEqualTo("UNAVAILABLE");
      assertThat(client.exit().join()).hasToString("exit code 137 (SIGKILL)");
      assertThat(tools(neighbour).tell("hello")).isEqualTo("hello");
    }
  }

  @Test
  void eatsLittleWhereOnlyItsOwnProcessIsLimited() throws IOException {
    Files.writeString(folder.resolve("cgroup"), "");
    Files.writeString(folder.resolve("mountinfo"), "");
    Sandbox sandbox =
        SandboxFixture.sandbox("memory", "400MiB").controlGroups(new ControlGroups(folder)).build();
    try (PluginClient client = attacker(sandbox, "-Xmx4g", "-Xms32m")) {
      String outcome;
      try {
        outcome = tools(client).tell("eat 3000000000");
      } catch (StatusRuntimeException e) {
        outcome = e.getStatus().getCode().name();
      }
      assertThat(outcome)
          .satisfiesAnyOf(
              text -> assertThat(text).isEqualTo("UNAVAILABLE"),
              text -> assertThat(text).contains("OutOfMemoryError"));
    }
  }

  @Test
  @Attack(
      value = "a plugin that floods its log",
      defence = "so many bytes of log in a second",
      exercise = "4.4")
  void floodsTheLogOnlyAsFastAsItMay() {
    AtomicLong received = new AtomicLong();
    Sandbox sandbox = SandboxFixture.sandbox().logBytesPerSecond(LOG_BYTES_PER_SECOND).build();
    try (PluginClient client =
        PluginClient.of(
            HostilePlugin.config()
                .runner(sandbox)
                .logger(NOPLogger.NOP_LOGGER)
                .stderr(counting(received))
                .build())) {
      HostilePlugin.Tools attacker = tools(client);
      long startNanos = System.nanoTime();
      assertThat(attacker.tell("flood 4000000000")).isEqualTo("flooding");
      assertThat(attacker.tell("shout 4000000000")).isEqualTo("flooding");

      await()
          .atMost(SandboxFixture.LONG)
          .pollInterval(Duration.ofMillis(50))
          .until(
              () -> {
                // The flood goes on: attacker and neighbour answer all the same.
                assertThat(attacker.tell("hello")).isEqualTo("hello");
                assertThat(tools(neighbour).tell("hello")).isEqualTo("hello");
                return received.get() > 3L * LOG_BYTES_PER_SECOND;
              });
      double taken = received.get();
      assertThat(taken).isLessThan(mostLogBytes(startNanos));
    }
  }

  private static OutputStream counting(AtomicLong received) {
    return new OutputStream() {
      @Override
      public void write(int one) {
        received.incrementAndGet();
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        received.addAndGet(length);
      }
    };
  }

  @Test
  @Attack(
      value = "a plugin that reads the host's environment",
      defence = "environment scrubbed",
      exercise = "4.4")
  void learnsNothingOfTheHostsEnvironment() {
    try (PluginClient client = attacker()) {
      String names = tools(client).tell("environment");

      assertThat(names).contains("TEST_PLUGIN", "PLUGIN_UNIX_SOCKET_DIR");
      for (String name : secretNames()) {
        assertThat(names).doesNotContainPattern("[\\[ ]" + name + "[,\\]]");
      }
    }
  }

  /// The variables of this process that no plugin in a sandbox may see.
  private static List<String> secretNames() {
    return System.getenv().keySet().stream()
        .filter(name -> !Sandbox.HARMLESS.contains(name))
        .filter(name -> !name.startsWith("PLUGIN_"))
        .filter(name -> !name.equals("PWD"))
        .toList();
  }

  @Test
  void itsEndIsToldAsItIs() {
    try (PluginClient client = attacker("memory", "600MiB", "processes", "200")) {
      StatusRuntimeException lost =
          catchThrowableOfType(StatusRuntimeException.class, () -> tools(client).tell("halt 9"));
      assertThat(lost).isNotNull();
      assertThat(client.exit().join()).hasToString("exit code 9");
    }
    try (PluginClient client = attacker()) {
      assertThat(tools(client).tell("hello")).isEqualTo("hello");
      assertThat(client.kill().graceful()).isTrue();
      assertThat(client.exit().join()).hasToString("exit code 0");
    }
  }
}
