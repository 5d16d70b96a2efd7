package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnixListenerTest {
  private Path folder = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  /// Not JUnit's `@TempDir`: its paths may be too long for a socket.
  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "ul");
  }

  @AfterEach
  void removeFolder() throws IOException {
    Files.delete(folder);
  }

  @Test
  @Tag("F37")
  @Tag("case-45")
  void theSocketsFileLivesAsLongAsTheServer() {
    Path socket;
    try (ListeningServer server = new UnixListener(folder).listen(builder -> {})) {
      socket = Path.of(server.address().address());

      assertThat(server.address().network()).isEqualTo(Network.UNIX);
      assertThat(socket).hasParent(folder).exists();
    }
    assertThat(socket).doesNotExist();
  }

  @Test
  void twoListenersInOneFolderGetTwoSockets() throws IOException {
    UnixListener listener = new UnixListener(folder);
    try (ListeningServer one = listener.listen(builder -> {});
        ListeningServer two = listener.listen(builder -> {});
        Stream<Path> files = Files.list(folder)) {
      assertThat(one.address()).isNotEqualTo(two.address());
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void closingTwiceIsQuiet() {
    ListeningServer server = new UnixListener(folder).listen(builder -> {});

    server.close();
    server.close();

    assertThat(Path.of(server.address().address())).doesNotExist();
  }

  @Test
  void awaitClosedEndsWithTheServer() throws InterruptedException {
    ListeningServer server = new UnixListener(folder).listen(builder -> {});
    Thread waiting = Thread.startVirtualThread(() -> awaitClosed(server));

    server.close();

    assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
  }

  private static void awaitClosed(ListeningServer server) {
    try {
      server.awaitClosed();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aMissingFolderIsToldWithARemedy() {
    UnixListener listener = new UnixListener(folder.resolve("gone"));

    assertThatThrownBy(() -> listener.listen(builder -> {}))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContainingAll("cannot make a socket in", "gone", "TMPDIR=/tmp")
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aFileInTheFoldersPlaceIsToldToo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    try {
      assertThatThrownBy(() -> new UnixListener(file).listen(builder -> {}))
          .isInstanceOf(PluginTransportException.class)
          .hasMessageContaining("cannot make a socket in " + file);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void aFolderWithTooLongAPathIsTold() throws IOException {
    Path deep = Files.createDirectory(folder.resolve("d".repeat(90)));
    try {
      assertThatThrownBy(() -> new UnixListener(deep).listen(builder -> {}))
          .isInstanceOf(PluginTransportException.class)
          .hasMessageContaining("socket path is too long");
      assertThat(deep).isEmptyDirectory();
    } finally {
      Files.delete(deep);
    }
  }

  @Test
  @Tag("F28")
  @Tag("case-48")
  void listensInTheDirectoryThatTheHostNames() {
    PluginListener listener =
        new EnvironmentListener(Network.UNIX)
            .in(Map.of("PLUGIN_UNIX_SOCKET_DIR", folder.toString(), "TMPDIR", "/no/such/folder"));

    try (ListeningServer server = listener.listen(builder -> {})) {
      assertThat(Path.of(server.address().address())).hasParent(folder).exists();
    }
  }

  @Test
  void anEmptyVariableIsNone() {
    Map<String, String> environment =
        Map.of(
            "PLUGIN_UNIX_SOCKET_DIR", "", "PLUGIN_UNIX_SOCKET_GROUP", "", "TMPDIR", "/elsewhere");

    assertThat(UnixListener.of(environment)).isEqualTo(new UnixListener(Path.of("/elsewhere")));
    assertThat(UnixListener.of(Map.of()).directory())
        .isEqualTo(Path.of(System.getProperty("java.io.tmpdir")));
  }

  @Test
  @Tag("F28")
  @Tag("case-49")
  void letsAGroupByNameOrNumberUseTheSocket() throws IOException {
    PosixFileAttributes own = Files.readAttributes(folder, PosixFileAttributes.class);
    int gid = (Integer) Files.getAttribute(folder, "unix:gid");
    // Root may give a socket to anyone: the group of daemons is number 1 on each Unix.
    boolean root = own.owner().getName().equals("root");
    String name = root ? "daemon" : own.group().getName();
    int number = root ? 1 : gid;

    for (String group : List.of(name, String.valueOf(number))) {
      PluginListener listener =
          UnixListener.of(
              Map.of(
                  "PLUGIN_UNIX_SOCKET_DIR", folder.toString(), "PLUGIN_UNIX_SOCKET_GROUP", group));
      try (ListeningServer server = listener.listen(builder -> {})) {
        Path socket = Path.of(server.address().address());

        assertThat(Files.getAttribute(socket, "unix:gid")).as(group).isEqualTo(number);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
            .isEqualTo("rw-rw----");
      }
    }
  }

  @Test
  @Tag("F28")
  void anUnknownGroupIsToldAndLeavesNothing() {
    UnixListener listener = new UnixListener(folder, Optional.of("no-such-group"));

    assertThatThrownBy(() -> listener.listen(builder -> {}))
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContainingAll("\"no-such-group\"", "PLUGIN_UNIX_SOCKET_GROUP", "its number");
    assertThat(folder).isEmptyDirectory();
  }
}
