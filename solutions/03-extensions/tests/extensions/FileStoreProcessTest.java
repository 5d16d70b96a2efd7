package extensions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import basics.Logging;
import com.google.protobuf.ByteString;
import contract.FileStore;
import contract.FileStoreException;
import contract.FileStoreException.Reason;
import course.files.v1.FilesGrpc;
import course.files.v1.WriteRequest;
import course.files.v1.WriteResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import lifecycle.PluginClient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A file plugin in a process of its own, with a heap that is smaller than its files.
class FileStoreProcessTest {
  private static final long LIMIT = 100L << 20;
  private static final int MIB = 1 << 20;

  private Path folder = Path.of("");
  private Path allowed = Path.of("");

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createTempDirectory(Path.of("/tmp"), "fp").toRealPath();
    allowed = Files.createDirectory(folder.resolve("data"));
  }

  @AfterEach
  void removeFolders() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @AfterAll
  static void nothingIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  private PluginClient plugin() {
    return PluginClient.of(
        IoPlugin.config(folder, "files", allowed.toString(), String.valueOf(LIMIT)));
  }

  private static FileStore files(PluginClient plugin) {
    return plugin.dispense("files", FileStore.class);
  }

  private static Reason reasonOf(ThrowingCallable call) {
    FileStoreException refused = catchThrowableOfType(FileStoreException.class, call);
    assertThat(refused).as("a FileStoreException").isNotNull();
    return refused.reason();
  }

  @Test
  void carriesFilesOfAllSizesUnchanged() throws IOException {
    Random random = new Random(38);
    try (PluginClient plugin = plugin()) {
      FileStore files = files(plugin);
      for (int size : new int[] {0, 1, 65535, 65536, 65537, 3 * MIB + 17}) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        String path = allowed.resolve("f" + size).toString();

        assertThat(files.write(path, new ByteArrayInputStream(content))).isEqualTo(size);
        try (InputStream read = files.read(path)) {
          assertThat(Arrays.equals(read.readAllBytes(), content)).as("%d bytes", size).isTrue();
        }
        assertThat(files.readAt(path, 0, 65536))
            .isEqualTo(Arrays.copyOf(content, Math.min(size, 65536)));
      }
      assertThat(files.list(allowed.toString(), "").entries()).hasSize(6);
      files.delete(allowed.resolve("f0").toString());
      assertThat(files.list(allowed.toString(), "f1").entries()).hasSize(4);
    }
  }

  @Test
  void tellsTheReasonOfEachRefusal() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), Path.of("/etc/passwd"));
    Files.createDirectory(allowed.resolve("sub"));
    try (PluginClient plugin = plugin()) {
      FileStore files = files(plugin);

      assertThat(reasonOf(() -> files.read("relative").readAllBytes()))
          .isEqualTo(Reason.INVALID_PATH);
      assertThat(reasonOf(() -> files.read("/etc/passwd").readAllBytes()))
          .isEqualTo(Reason.OUTSIDE);
      assertThat(reasonOf(() -> files.read(link.toString()).readAllBytes())).isEqualTo(Reason.LINK);
      assertThat(reasonOf(() -> files.delete(allowed.toString()))).isEqualTo(Reason.ROOT);
      assertThat(reasonOf(() -> files.delete(allowed + "/no"))).isEqualTo(Reason.MISSING);
      assertThat(reasonOf(() -> files.list(allowed + "/no", ""))).isEqualTo(Reason.MISSING);
      assertThat(reasonOf(() -> files.readAt(allowed + "/sub", 0, 1))).isEqualTo(Reason.WRONG_KIND);
      String tooLong = "/" + "\u00e4/".repeat(6000);
      assertThat(reasonOf(() -> files.delete(tooLong))).isIn(Reason.OUTSIDE, Reason.INVALID_PATH);
      plugin.ping();
    }
  }

  @Test
  void limitsAnEndlessUploadAndLeavesNothing() {
    try (PluginClient plugin = plugin()) {
      FileStore files = files(plugin);

      assertThat(reasonOf(() -> files.write(allowed + "/big", Sources.endless())))
          .isEqualTo(Reason.TOO_LARGE);

      assertThat(allowed).isEmptyDirectory();
    }
  }

  @Test
  void anUploadThatBreaksOffIsNoFile() throws IOException {
    Files.writeString(allowed.resolve("f"), "old");
    try (PluginClient plugin = plugin()) {
      FileStore files = files(plugin);

      assertThatThrownBy(() -> files.write(allowed + "/f", Sources.brokenAfter(3 * MIB)))
          .isInstanceOf(IOException.class)
          .hasMessage("the source broke off");

      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(() -> assertThat(allowed.toFile().list()).containsExactly("f"));
      assertThat(allowed.resolve("f")).hasContent("old");
    }
  }

  /// The plugin has 32 MiB of heap and each of the readers asks for a file of 96 MiB, slowly.
  @Test
  void aSlowReaderSlowsThePluginDown() throws IOException {
    Path big = allowed.resolve("big");
    try (PluginClient plugin = plugin()) {
      FileStore files = files(plugin);
      files.write(big.toString(), new ByteArrayInputStream(new byte[96 * MIB]));
      List<InputStream> readers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        InputStream reader = files.read(big.toString());
        assertThat(reader.read()).isZero();
        readers.add(reader);
      }

      plugin.ping();
      try (InputStream reader = readers.getLast()) {
        assertThat(reader.transferTo(OutputStream.nullOutputStream())).isEqualTo(96L * MIB - 1);
      }
      for (InputStream reader : readers) {
        reader.close();
      }
      // All of the plugin's slots are free again, or some of these would be refused.
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> readSome(files, big, TransferSlots.LIMIT));
    }
  }

  private static void readSome(FileStore files, Path path, int count) throws IOException {
    List<InputStream> readers = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        readers.add(files.read(path.toString()));
      }
      for (InputStream reader : readers) {
        assertThat(reader.read()).isZero();
      }
    } finally {
      for (InputStream reader : readers) {
        reader.close();
      }
    }
  }

  @Test
  void aPluginThatDiesIsNoEndOfFile() throws IOException {
    Path big = allowed.resolve("big");
    Files.write(big, new byte[50 * MIB]);
    try (PluginClient plugin = plugin()) {
      try (InputStream reader = files(plugin).read(big.toString())) {
        assertThat(reader.read()).isZero();
        ProcessHandle.of(Long.parseLong(plugin.id().orElseThrow())).orElseThrow().destroyForcibly();

        assertThat(reasonOf(reader::readAllBytes)).isEqualTo(Reason.UNAVAILABLE);
      }
    }
  }

  @Test
  void refusesUploadsThatBreakTheProtocol() {
    try (PluginClient plugin = plugin()) {
      WriteRequest path = WriteRequest.newBuilder().setPath(allowed + "/f").build();
      WriteRequest tooLong =
          WriteRequest.newBuilder()
              .setContent(ByteString.copyFrom(new byte[FileStore.CHUNK_LIMIT_BYTES + 1]))
              .build();
      WriteRequest chunk =
          WriteRequest.newBuilder().setContent(ByteString.copyFrom("x", UTF_8)).build();

      for (List<WriteRequest> upload :
          List.of(
              List.<WriteRequest>of(),
              List.of(chunk),
              List.of(path, path),
              List.of(path, tooLong))) {
        assertThat(outcome(plugin, upload)).isEqualTo(Status.Code.INVALID_ARGUMENT);
      }
      assertThat(allowed).isEmptyDirectory();
    }
  }

  private static Status.Code outcome(PluginClient plugin, List<WriteRequest> upload) {
    StreamedRequest<WriteRequest, WriteResponse> call = new StreamedRequest<>();
    FilesGrpc.newStub(plugin.channel()).write(call);
    try {
      upload.forEach(message -> call.sender().send(message));
      call.finish();
      return Status.Code.OK;
    } catch (StatusRuntimeException e) {
      return e.getStatus().getCode();
    }
  }
}
