package workbench;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process that sends back whatever it gets over a Unix socket, and nothing else: what the bare
/// way between two processes costs, without gRPC on it.
public final class EchoProcess implements AutoCloseable {
  private static final int BUFFER_BYTES = 4096;
  private static final long END_SECONDS = 5;

  private final Process process;
  private final Path socket;
  private final SocketChannel channel;

  private EchoProcess(Process process, Path socket, SocketChannel channel) {
    this.process = process;
    this.socket = socket;
    this.channel = channel;
  }

  /// Starts the process and connects to it.
  ///
  /// @throws IOException if it does not start or cannot be connected to
  public static EchoProcess start() throws IOException {
    Path socket = Files.createTempFile("echo", "");
    Files.delete(socket);
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath = System.getProperty("java.class.path");
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            classPath,
            EchoProcess.class.getName(),
            socket.toString());
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try {
      if (process.inputReader().readLine() == null) {
        throw new IOException("the echo process ended before it was ready");
      }
      return new EchoProcess(process, socket, SocketChannel.open(addressOf(socket)));
    } catch (IOException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static UnixDomainSocketAddress addressOf(Path socket) {
    return UnixDomainSocketAddress.of(socket);
  }

  /// Sends so many bytes and waits until they are back, again and again.
  ///
  /// @param count how often
  /// @param bytes how many, 1 to 4096
  /// @return how long each took, in nanoseconds
  /// @throws IOException if the process is gone
  public long[] roundTrips(int count, int bytes) throws IOException {
    long[] nanos = new long[count];
    ByteBuffer there = ByteBuffer.allocateDirect(bytes);
    ByteBuffer back = ByteBuffer.allocateDirect(bytes);
    for (int i = 0; i < count; i++) {
      there.clear();
      back.clear();
      long began = System.nanoTime();
      while (there.hasRemaining()) {
        channel.write(there);
      }
      while (back.hasRemaining()) {
        if (channel.read(back) < 0) {
          throw new IOException("the echo process has closed the connection");
        }
      }
      nanos[i] = System.nanoTime() - began;
    }
    return nanos;
  }

  /// Ends the connection, and so the process.
  @Override
  public void close() throws IOException {
    channel.close();
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(socket);
  }

  /// What runs in the process: serves one connection, then ends.
  ///
  /// @param arguments the path of the socket to make
  /// @throws IOException if the socket cannot be made, or the connection breaks
  public static void main(String[] arguments) throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(addressOf(Path.of(arguments[0])));
      IO.println("ready");
      try (SocketChannel connection = server.accept()) {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
        while (connection.read(buffer.clear()) >= 0) {
          buffer.flip();
          while (buffer.hasRemaining()) {
            connection.write(buffer);
          }
        }
      }
    }
  }
}
