package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.CalculatorClient;
import contract.Calculator;
import contract.CalculatorUnavailableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lifecycle.PluginSet;
import security.CertificateAuthority;
import security.TlsConfig;
import security.TlsIdentity;

/// Some machines, played by processes on loopback: an etcd, replicas with certificates of one small
/// authority, and a host in this process. Nothing of it outlives it.
final class Machines implements AutoCloseable {
  static final String ADD = "course.calculator.v1.Calculator/Add";
  private static final Duration HOUR = Duration.ofHours(1);

  final CertificateAuthority authority =
      CertificateAuthority.create("tests", HOUR, InstantSource.system());
  final EtcdProcess etcd;
  private final Path folder;
  private final List<Process> replicas = new ArrayList<>();
  private final List<ReplicatedPlugin> hosts = new ArrayList<>();

  Machines(Path folder) throws IOException {
    this.folder = folder;
    this.etcd = EtcdProcess.start(folder);
    authority.identity().writePem(folder.resolve("ca.pem"), folder.resolve("ca.key"));
    write("replica", authority.replica("calculator", HOUR));
  }

  /// Puts an identity where replicas find it.
  void write(String name, TlsIdentity identity) {
    identity.writePem(folder.resolve(name + ".pem"), folder.resolve(name + ".key"));
  }

  /// Starts a replica; it registers some time later.
  Process replica(String id, int number) throws IOException {
    return replica(id, number, "replica");
  }

  Process replica(String id, int number, String identity) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(),
                ReplicaPlugin.class.getName(),
                etcd.endpoints().getFirst().toString(),
                id,
                Integer.toString(number),
                folder.toString(),
                identity)
            .redirectErrorStream(true)
            .redirectOutput(
                ProcessBuilder.Redirect.appendTo(folder.resolve("replicas.log").toFile()))
            .start();
    replicas.add(process);
    return process;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  /// Waits until etcd has just these replicas.
  void awaitRegistered(String... ids) {
    try (EtcdClient client = etcd.client()) {
      await("registered in etcd: " + List.of(ids))
          .atMost(Duration.ofSeconds(40))
          .untilAsserted(
              () ->
                  assertThat(client.list(Replica.prefix("calculator")).values().keySet())
                      .containsExactlyInAnyOrder(
                          Stream.of(ids)
                              .map(id -> Replica.prefix("calculator") + id)
                              .toArray(String[]::new)));
    }
  }

  /// A host that may add again and nothing else.
  ReplicatedPlugin host() {
    return host(TlsConfig.of(authority.host("host", HOUR)));
  }

  ReplicatedPlugin host(TlsConfig own) {
    ReplicatedPlugin plugin =
        ReplicatedPlugin.connect(
            new ReplicatedConfig(
                "calculator",
                /* version= */ 1,
                PluginSet.of(
                    "calculator",
                    Calculator.class,
                    context -> new CalculatorClient(context.channel())),
                etcd.endpoints(),
                own.trusting(List.of(authority.certificate())),
                CallPolicy.of(Set.of(ADD))));
    hosts.add(plugin);
    return plugin;
  }

  static Calculator calculator(ReplicatedPlugin host) {
    return host.dispense("calculator", Calculator.class);
  }

  /// The numbers of the replicas that answer thirty sums.
  static Set<Integer> answering(Calculator calculator) {
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < 30; i++) {
      numbers.add((int) calculator.add(0, 0));
    }
    return numbers;
  }

  /// Waits until just these replicas answer.
  static void awaitAnswering(Calculator calculator, Integer... numbers) {
    await("answers from " + List.of(numbers))
        .atMost(Duration.ofSeconds(30))
        .ignoreException(CalculatorUnavailableException.class)
        .untilAsserted(() -> assertThat(answering(calculator)).containsExactly(numbers));
  }

  /// What replicas and etcd wrote.
  Path log(String name) {
    return folder.resolve(name + ".log");
  }

  @Override
  public void close() {
    hosts.forEach(ReplicatedPlugin::close);
    for (Process replica : replicas) {
      replica.destroyForcibly();
      replica.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
    etcd.close();
  }

  /// To be called after all tests of a class.
  static void assertNothingIsLeft() {
    await("no process and no thread is left of these tests")
        .atMost(Duration.ofSeconds(8))
        .untilAsserted(
            () -> {
              assertThat(ProcessHandle.current().descendants()).isEmpty();
              assertThat(Thread.getAllStackTraces().keySet())
                  .extracting(Thread::getName)
                  .noneMatch(name -> name.startsWith("multiThreadIoEventLoopGroup"))
                  .noneMatch(name -> name.startsWith("replica"))
                  .noneMatch(name -> name.startsWith("HttpClient"));
            });
  }
}
