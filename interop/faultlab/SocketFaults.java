package faultlab;

import basics.UnixListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// Faults of the place that the handshake line names.
final class SocketFaults {
  private SocketFaults() {}

  static void noSocket(int seconds) throws IOException, InterruptedException {
    printAndWait(freshPath());
  }

  static void deadSocket(int seconds) throws IOException, InterruptedException {
    Path path = freshPath();
    listen(path).close();
    removeAtEnd(path);
    printAndWait(path);
  }

  static void lockedSocket(int seconds) throws InterruptedException {
    new WorkingPlugin().beforeLine(server -> lock(Path.of(server.address().address()))).run();
  }

  private static void lock(Path socket) {
    try {
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("---------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void fileForSocket(int seconds) throws IOException, InterruptedException {
    Path path = freshPath();
    Files.writeString(path, "This is no socket.\n");
    removeAtEnd(path);
    printAndWait(path);
  }

  static void notGrpc(int seconds) throws IOException {
    answerAll("HTTP/1.1 400 Bad Request\r\n\r\n");
  }

  static void muteSocket(int seconds) throws IOException {
    answerAll("");
  }

  /// Accepts connections, says one thing and nothing more. It keeps the connections: the JDK closes
  /// those that no one refers to.
  @SuppressWarnings("ModifiedButNotUsed") // That is all they are kept for.
  private static void answerAll(String text) throws IOException {
    Path path = freshPath();
    List<SocketChannel> open = new ArrayList<>();
    try (ServerSocketChannel server = listen(path)) {
      removeAtEnd(path);
      print(path);
      while (true) {
        SocketChannel connection = server.accept();
        connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
        open.add(connection);
      }
    }
  }

  private static ServerSocketChannel listen(Path path) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return server.bind(UnixDomainSocketAddress.of(path));
  }

  private static Path freshPath() throws IOException {
    Path path = Files.createTempFile(UnixListener.inTempDirectory().directory(), "plugin", "");
    Files.delete(path);
    return path;
  }

  private static void removeAtEnd(Path path) {
    path.toFile().deleteOnExit();
  }

  private static void printAndWait(Path path) throws InterruptedException {
    print(path);
    Itself.waitForever();
  }

  private static void print(Path path) {
    System.out.println("1|1|unix|" + path + "|grpc|");
  }
}
