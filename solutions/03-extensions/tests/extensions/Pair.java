package extensions;

import basics.ListeningServer;
import basics.PluginAddress;
import basics.TransportSecurity;
import basics.UnixListener;
import io.grpc.Channel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import lifecycle.AddressTranslation;
import lifecycle.HostConnector;
import lifecycle.PluginConnector;
import lifecycle.Trace;

/// A host and a plugin in this process, on a real socket.
final class Pair implements AutoCloseable {
  private final Way way;
  private final TransportSecurity security;
  private final Path directory;
  private final PluginConnector.Door door;
  private final ListeningServer server;
  private final List<PluginAddress> announced = new CopyOnWriteArrayList<>();
  private final HostConnector.Link link;

  private Pair(Way way, TransportSecurity security) {
    this.way = way;
    this.security = security;
    this.directory = directory();
    this.door =
        BrokerConnector.forPlugin()
            .prepare(
                new PluginConnector.Plan(way.environment(), way.listener(directory), security));
    this.server =
        door.listen(
            builder -> {
              door.services().forEach(builder::addService);
              builder.addService(new TestService(pluginBroker()));
            });
    this.link = connect();
  }

  static Pair of(Way way) {
    return of(way, TransportSecurity.NONE);
  }

  static Pair of(Way way, TransportSecurity security) {
    return new Pair(way, security);
  }

  /// A short path: a socket's may have about 100 bytes.
  private static Path directory() {
    try {
      return Files.createTempDirectory(Path.of("/tmp"), "br");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// One more host for the plugin. The caller closes it.
  HostConnector.Link connect() {
    return connect(Trace.NONE);
  }

  /// The same, of a host that records.
  HostConnector.Link connect(Trace trace) {
    return way.connector()
        .connect(
            new HostConnector.Target(
                server.address(),
                security,
                builder -> {},
                new Recording(),
                new UnixListener(directory),
                trace));
  }

  /// The host's way to the plugin's services.
  Channel channel() {
    return link.channel();
  }

  GrpcBroker hostBroker() {
    return GrpcBroker.of(link.parts());
  }

  GrpcBroker pluginBroker() {
    return GrpcBroker.of(door.parts());
  }

  PluginAddress address() {
    return server.address();
  }

  /// The plugin's field 7.
  String multiplexing() {
    return door.multiplexing();
  }

  /// The plugin's way to its hosts' brokers.
  BrokerOutbox pluginOutbox() {
    return (BrokerOutbox) door.services().getFirst();
  }

  /// What the host has announced so far.
  List<PluginAddress> announced() {
    return announced;
  }

  /// The sockets of both sides.
  List<Path> sockets() {
    try (Stream<Path> files = Files.list(directory)) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void closeHost() {
    link.close();
  }

  @Override
  public void close() throws IOException {
    link.close();
    server.close();
    door.close();
    // Fails if a socket was left behind.
    Files.deleteIfExists(directory);
  }

  private final class Recording implements AddressTranslation {
    @Override
    public PluginAddress pluginToHost(PluginAddress address) {
      return address;
    }

    @Override
    public PluginAddress hostToPlugin(PluginAddress address) {
      announced.add(address);
      return address;
    }
  }
}
