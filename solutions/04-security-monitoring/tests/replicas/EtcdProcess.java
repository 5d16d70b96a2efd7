package replicas;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A real etcd on loopback, with its data in a test's own folder. Tests without one are skipped.
final class EtcdProcess implements AutoCloseable {
  private final Path folder;
  private final URI client;
  private final URI peer;
  private Process process;

  private EtcdProcess(Path folder, URI client, URI peer) throws IOException {
    this.folder = folder;
    this.client = client;
    this.peer = peer;
    this.process = launch();
  }

  /// Starts etcd and waits until it answers.
  ///
  /// @param folder where its data go
  static EtcdProcess start(Path folder) throws IOException {
    assumeTrue(
        program().isPresent(), "no etcd on the PATH: apt install etcd-server | brew install etcd");
    EtcdProcess etcd = new EtcdProcess(folder, freeUrl(), freeUrl());
    etcd.awaitAnswer();
    return etcd;
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry, "etcd"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static URI freeUrl() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private Process launch() throws IOException {
    return new ProcessBuilder(
            program().orElseThrow().toString(),
            "--data-dir=" + folder.resolve("data"),
            "--listen-client-urls=" + client,
            "--advertise-client-urls=" + client,
            "--listen-peer-urls=" + peer,
            "--initial-advertise-peer-urls=" + peer,
            "--initial-cluster=default=" + peer)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("etcd.log").toFile()))
        .start();
  }

  private void awaitAnswer() {
    await("etcd answers")
        .atMost(Duration.ofSeconds(30))
        .ignoreException(EtcdException.class)
        .until(
            () -> {
              try (EtcdClient etcd = client()) {
                return etcd.list("/").revision() > 0;
              }
            });
  }

  List<URI> endpoints() {
    return List.of(client);
  }

  EtcdClient client() {
    return EtcdClient.of(endpoints());
  }

  /// Ends etcd as a power cut does.
  void stop() {
    process.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /// Starts it again with the data that it has.
  void startAgain() throws IOException {
    process = launch();
    awaitAnswer();
  }

  /// Throws its data away; to be called while it is stopped.
  void forget() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Override
  public void close() {
    stop();
  }
}
