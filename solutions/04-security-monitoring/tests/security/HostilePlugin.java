package security;

import basics.MagicCookie;
import com.google.protobuf.ByteString;
import course.secrets.v1.ExchangeRequest;
import course.secrets.v1.SecretExchangeGrpc;
import extensions.BrokerConnection;
import extensions.BrokerConnector;
import extensions.GrpcBroker;
import io.grpc.Channel;
import io.grpc.StatusRuntimeException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.HandshakeConfig;
import lifecycle.KillTimes;
import lifecycle.PluginServer;
import lifecycle.PluginSet;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin that does whatever harm it is told to, as a process of its own. What it is told is a
/// verb and words after it; it answers with what it has reached, or `refused: ` and the reason.
final class HostilePlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "hostile"));

  private static final Map<Integer, BrokerConnection> DIALLED = new ConcurrentHashMap<>();
  private static final SecretInbox INBOX = new SecretInbox();

  private HostilePlugin() {}

  public static void main(String[] args) {
    PluginServer.serve(
        ServeConfig.of(
                HANDSHAKE,
                ServiceSet.using(
                        "order", parts -> Order.service(text -> obey(text, GrpcBroker.of(parts))))
                    .andUsing("secrets", INBOX))
            .withSecurity(AutoMtls.plugin())
            .withConnector(BrokerConnector.forPlugin()));
  }

  /// What a host's test needs of it.
  record Tools(Channel channel, GrpcBroker broker) {
    String tell(String text) {
      return Order.call(channel, Order.DO, text);
    }
  }

  static ClientConfig.Builder config(String... javaOptions) {
    List<String> command = new ArrayList<>(Helper.command(HostilePlugin.class));
    command.addAll(1, List.of(javaOptions));
    return ClientConfig.builder(HANDSHAKE, command)
        .plugins(
            PluginSet.of(
                "order",
                Tools.class,
                context -> new Tools(channel(context), GrpcBroker.of(context))))
        .connector(BrokerConnector.direct())
        .startTimeout(Duration.ofSeconds(40))
        .killTimes(
            new KillTimes(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(5)));
  }

  private static Channel channel(DispenseContext context) {
    return context.channel();
  }

  private static String obey(String text, GrpcBroker broker) {
    String[] words = text.split(" ", 3);
    try {
      return switch (words[0]) {
        case "read" -> Files.readString(Path.of(words[1]));
        case "list" -> list(Path.of(words[1]));
        case "rewrite" -> {
          Path file = Path.of(words[1]);
          yield String.valueOf(Files.writeString(file, Files.readString(file)));
        }
        case "write" -> String.valueOf(Files.writeString(Path.of(words[1]), "written"));
        case "link" ->
            Files.readString(Files.createSymbolicLink(Path.of(words[1]), Path.of(words[2])));
        case "connect" -> connect(words[1], Integer.parseInt(words[2]));
        case "call" -> callback(broker, Integer.parseInt(words[1]), words[2]);
        case "take" -> take(words[1], Long.parseLong(words[2]));
        case "exchange" -> exchange(broker, Integer.parseInt(words[1]), words[2]);
        case "open" -> String.valueOf(open(broker));
        case "fork" -> fork(Integer.parseInt(words[1]));
        case "eat" -> eat(Long.parseLong(words[1]));
        case "flood" -> flood(new FileOutputStream(FileDescriptor.err), Long.parseLong(words[1]));
        case "shout" -> flood(System.err, Long.parseLong(words[1]));
        case "environment" -> new TreeSet<>(System.getenv().keySet()).toString();
        case "signal" -> run("kill", "-" + words[1], words[2]);
        case "halt" -> halt(Integer.parseInt(words[1]));
        default -> text;
      };
    } catch (IOException | RuntimeException e) {
      return "refused: " + e;
    } catch (OutOfMemoryError e) {
      return "refused: " + e;
    }
  }

  private static String list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList().toString();
    }
  }

  private static String connect(String host, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), 2000);
      return "connected";
    }
  }

  private static String callback(GrpcBroker broker, int streamId, String text) {
    // One announcement serves one dial.
    BrokerConnection host = DIALLED.computeIfAbsent(streamId, broker::dial);
    try {
      String[] words = text.split(" ", 2);
      return Order.call(host.channel(), words[0].equals("tell") ? Order.TELL : Order.DO, words[1]);
    } catch (StatusRuntimeException e) {
      return "refused: " + e.getStatus();
    }
  }

  private static String take(String name, long seconds) {
    try (Secret secret = INBOX.take(name, Duration.ofSeconds(seconds))) {
      return String.valueOf(secret.text());
    }
  }

  /// Shows a token that it has from somewhere.
  private static String exchange(GrpcBroker broker, int streamId, String token) {
    ExchangeRequest request =
        ExchangeRequest.newBuilder()
            .setToken(ByteString.copyFrom(HexFormat.of().parseHex(token)))
            .build();
    BrokerConnection host = DIALLED.computeIfAbsent(streamId, broker::dial);
    try {
      return SecretExchangeGrpc.newBlockingStub(host.channel())
          .exchange(request)
          .getSecret()
          .toStringUtf8();
    } catch (StatusRuntimeException e) {
      return "refused: " + e.getStatus();
    }
  }

  /// Opens a side connection for the host to dial, and leaves it open.
  private static int open(GrpcBroker broker) {
    int id = broker.nextId();
    return broker
        .acceptAndServe(id, builder -> builder.addService(Order.service(text -> text)))
        .streamId();
  }

  /// Starts processes that stay, and tells how many it got.
  private static String fork(int count) {
    int started = 0;
    for (int i = 0; i < count; i++) {
      try {
        Process ignored = new ProcessBuilder("/bin/sleep", "300").start();
        started++;
      } catch (IOException e) {
        return "refused: after " + started;
      } catch (OutOfMemoryError e) {
        return "refused: after " + started;
      }
    }
    return "started " + started;
  }

  /// Takes memory and uses each page of it.
  private static String eat(long bytes) {
    List<byte[]> eaten = new ArrayList<>();
    for (long taken = 0; taken < bytes; taken += 1 << 20) {
      byte[] piece = new byte[1 << 20];
      Arrays.fill(piece, (byte) 1);
      eaten.add(piece);
    }
    return "ate " + eaten.size();
  }

  /// Begins to write lines: to the process's own stderr, or to what the connection carries.
  private static String flood(OutputStream target, long bytes) {
    byte[] line = ("x".repeat(199) + "\n").getBytes(StandardCharsets.US_ASCII);
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                for (long written = 0; written < bytes; written += line.length) {
                  target.write(line);
                }
              } catch (IOException ignored) {
                // The host has gone.
              }
            });
    return "flooding";
  }

  private static String run(String... command) throws IOException {
    try {
      Process process = new ProcessBuilder(command).start();
      return "exit code " + process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "refused: " + e;
    }
  }

  private static String halt(int code) {
    Runtime.getRuntime().halt(code);
    return "";
  }
}
