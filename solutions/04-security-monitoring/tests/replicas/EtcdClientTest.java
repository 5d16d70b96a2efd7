package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a client of etcd does with answers that are none. The server is the test's own.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class EtcdClientTest {
  /// A server that says that to whoever connects, and then nothing.
  private static final class Mute implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    Mute(String said) throws IOException {
      Thread ignored = Thread.startVirtualThread(() -> serve(said));
    }

    private void serve(String said) {
      try {
        while (true) {
          Socket socket = server.accept();
          sockets.add(socket);
          socket.getOutputStream().write(said.getBytes(StandardCharsets.US_ASCII));
        }
      } catch (IOException ignored) {
        // The test is over.
      }
    }

    EtcdClient client() {
      return EtcdClient.of(List.of(URI.create("http://127.0.0.1:" + server.getLocalPort())));
    }

    @Override
    public void close() throws IOException {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /// A machine that is gone in the middle of its answer.
  @Test
  void anAnswerThatDoesNotEndIsNone() throws Exception {
    try (Mute etcd =
            new Mute(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{\"result\":");
        EtcdClient client = etcd.client()) {
      CompletableFuture<?> asked =
          CompletableFuture.supplyAsync(() -> client.keepAlive(7), Thread::startVirtualThread);
      assertThatThrownBy(() -> asked.get(30, TimeUnit.SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(EtcdException.class)
          .hasMessageContaining("lease/keepalive")
          .hasMessageContaining("no answer");
    }
  }

  @Test
  void anAnswerThatIsTooLongIsNone() throws Exception {
    String text = "x".repeat(9 << 20);
    try (Mute etcd =
            new Mute(
                "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s".formatted(text.length(), text));
        EtcdClient client = etcd.client()) {
      assertThatThrownBy(() -> client.list("/plugins/a/"))
          .isInstanceOf(EtcdException.class)
          .hasMessageContaining("8388608");
    }
  }

  @Test
  void aRefusalIsToldWithItsReason() throws Exception {
    String text = "{\"message\":\"etcdserver: permission denied\"}";
    try (Mute etcd =
            new Mute(
                "HTTP/1.1 403 Forbidden\r\nContent-Length: %d\r\n\r\n%s"
                    .formatted(text.length(), text));
        EtcdClient client = etcd.client()) {
      assertThatThrownBy(() -> client.list("/plugins/a/"))
          .isInstanceOf(EtcdException.class)
          .hasMessageContaining("status 403, etcdserver: permission denied");
      assertThat(client).isNotNull();
    }
  }
}
