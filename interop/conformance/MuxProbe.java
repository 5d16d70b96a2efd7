package conformance;

import basics.PluginAddress;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Finds out whether a socket speaks yamux, with three frames written by hand.
final class MuxProbe {
  /// What came back.
  enum Result {
    SILENT,
    PINGS_ONLY,
    WORKS
  }

  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final int DATA = 0;
  private static final int WINDOW_UPDATE = 1;
  private static final int PING = 2;
  private static final int SYN = 1;
  private static final int ACK = 2;
  private static final int PING_VALUE = 42;

  /// The type of HTTP/2's SETTINGS frame, which both sides send first.
  private static final int SETTINGS = 4;

  private final SocketChannel socket;
  private Result result = Result.SILENT;

  private MuxProbe(SocketChannel socket) {
    this.socket = socket;
  }

  /// Asks the socket; takes at most some seconds.
  static Result of(PluginAddress address) throws IOException, InterruptedException {
    SocketAddress socket = address.socketAddress();
    try (SocketChannel channel =
        socket instanceof InetSocketAddress
            ? SocketChannel.open()
            : SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(socket);
      MuxProbe probe = new MuxProbe(channel);
      CompletableFuture<Void> conversation = new CompletableFuture<>();
      Thread.ofVirtual().start(() -> probe.talk(conversation));
      conversation.get(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
      return probe.result();
    } catch (TimeoutException | ExecutionException e) {
      return Result.SILENT;
    }
  }

  private synchronized Result result() {
    return result;
  }

  private synchronized void found(Result better) {
    result = better;
  }

  private void talk(CompletableFuture<Void> end) {
    try {
      send(frame(PING, SYN, /* stream= */ 0, PING_VALUE, new byte[0]));
      byte[] http2 = http2Preface();
      send(frame(WINDOW_UPDATE, SYN, /* stream= */ 1, 0, new byte[0]));
      send(frame(DATA, 0, /* stream= */ 1, http2.length, http2));
      read(new DataInputStream(Channels.newInputStream(socket)));
    } catch (IOException ignored) {
      // The plugin has hung up, or the time is over: what was found so far counts.
    } finally {
      end.complete(null);
    }
  }

  private void read(DataInputStream in) throws IOException {
    while (result() != Result.WORKS) {
      int version = in.readUnsignedByte();
      int type = in.readUnsignedByte();
      int flags = in.readUnsignedShort();
      int stream = in.readInt();
      int length = in.readInt();
      if (version != 0 || type > 3) {
        return;
      }
      if (type == PING && (flags & ACK) != 0 && length == PING_VALUE) {
        found(Result.PINGS_ONLY);
      }
      if (type == DATA && readsSettings(in, stream, length)) {
        found(Result.WORKS);
      }
    }
  }

  private static boolean readsSettings(InputStream in, int stream, int length) throws IOException {
    byte[] data = in.readNBytes(Math.clamp(length, 0, 1 << 20));
    return stream == 1 && data.length >= 9 && data[3] == SETTINGS;
  }

  private void send(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      socket.write(bytes);
    }
  }

  private static ByteBuffer frame(int type, int flags, int stream, int length, byte[] data) {
    return ByteBuffer.allocate(12 + data.length)
        .put((byte) 0)
        .put((byte) type)
        .putShort((short) flags)
        .putInt(stream)
        .putInt(length)
        .put(data)
        .flip();
  }

  /// The client's connection preface and an empty SETTINGS frame (RFC 9113, 3.4).
  private static byte[] http2Preface() {
    byte[] magic = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(magic.length + 9)
        .put(magic)
        .put(new byte[] {0, 0, 0, SETTINGS, 0, 0, 0, 0, 0})
        .array();
  }
}
