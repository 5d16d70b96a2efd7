package workbench;

import basics.Network;
import basics.PluginAddress;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Stands between a host and a plugin, passes on all bytes, and keeps a copy of each: a host that
/// connects to the relay does not notice that it is not the plugin.
///
/// It serves one connection. Close it: that ends the connection.
public final class WireRelay implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Path socket;
  private final ServerSocketChannel server;
  private final PluginAddress plugin;
  private final long beganNanos = System.nanoTime();
  private final Object lock = new Object();
  private final List<Heard> heard = new ArrayList<>();
  private final List<SocketChannel> ends = new ArrayList<>();

  private WireRelay(Path socket, ServerSocketChannel server, PluginAddress plugin) {
    this.socket = socket;
    this.server = server;
    this.plugin = plugin;
  }

  /// A relay to a plugin that listens there.
  ///
  /// @throws IOException if the relay cannot make a socket of its own
  public static WireRelay to(PluginAddress plugin) throws IOException {
    Path socket = Files.createTempFile("relay", "");
    Files.delete(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    WireRelay relay = new WireRelay(socket, server, plugin);
    Thread.ofVirtual().name("relay").start(relay::serve);
    return relay;
  }

  /// Where a host connects to.
  public PluginAddress address() {
    return new PluginAddress(Network.UNIX, socket.toString());
  }

  /// What has crossed so far, in order.
  public List<Heard> heard() {
    synchronized (lock) {
      return List.copyOf(heard);
    }
  }

  private void serve() {
    try (SocketChannel host = server.accept();
        SocketChannel end = SocketChannel.open(plugin.socketAddress())) {
      synchronized (lock) {
        ends.add(host);
        ends.add(end);
      }
      Thread back = Thread.ofVirtual().name("relay-back").start(() -> copy(end, host, false));
      copy(host, end, true);
      back.join();
    } catch (IOException e) {
      // Closed, or the plugin is gone: the host sees its connection end.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Passes on what comes until either end closes; then closes both.
  private void copy(SocketChannel from, SocketChannel to, boolean toPlugin) {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    try (from;
        to) {
      while (from.read(buffer.clear()) >= 0) {
        buffer.flip();
        note(toPlugin, ByteString.copyFrom(buffer.duplicate()));
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
      }
    } catch (IOException e) {
      // One of the two ends is closed.
    }
  }

  private void note(boolean toPlugin, ByteString bytes) {
    synchronized (lock) {
      double millis = (System.nanoTime() - beganNanos) / NANOS_PER_MILLI;
      heard.add(new Heard(toPlugin, millis, bytes));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
    List<SocketChannel> open;
    synchronized (lock) {
      open = List.copyOf(ends);
    }
    for (SocketChannel end : open) {
      end.close();
    }
  }
}
