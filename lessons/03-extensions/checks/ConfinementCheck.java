import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import contract.FileStoreException;
import contract.FileStoreException.Reason;
import extensions.ConfinedFiles;
import extensions.FileRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real files and real links, and ways out of a directory.
@Tag("3.8")
@DisplayName("3.8 Confinement")
class ConfinementCheck {
  private static final long LIMIT_BYTES = 1000;

  @TempDir private Path temporary;

  private Path allowed;
  private Path outside;

  @BeforeEach
  void makeFolders() throws IOException {
    Path folder = temporary.toRealPath();
    allowed = Files.createDirectory(folder.resolve("data"));
    outside = Files.createDirectory(folder.resolve("data2"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.writeString(allowed.resolve("top"), "top");
    Path deep = Files.createDirectories(allowed.resolve("a/b/c"));
    Files.writeString(deep.resolve("file"), "deep");
  }

  private static ConfinedFiles files(Path... directories) {
    return new ConfinedFiles(FileRules.of(List.of(directories), LIMIT_BYTES));
  }

  private static String read(ConfinedFiles files, Path path) throws IOException {
    try (InputStream content = files.read(path.toString())) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private static void refuses(Reason reason, String what, ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown)
        .as("%s must be refused with a FileStoreException", what)
        .isInstanceOf(FileStoreException.class);
    assertThat(((FileStoreException) thrown).reason())
        .as("why %s is refused", what)
        .isEqualTo(reason);
  }

  @Test
  @DisplayName("files inside are read and written, however deep")
  void worksInside() throws IOException {
    ConfinedFiles files = files(allowed);
    Path fresh = allowed.resolve("a/b/new");

    assertThat(read(files, allowed.resolve("top"))).as("a file in the directory").isEqualTo("top");
    assertThat(read(files, allowed.resolve("a/b/c/file"))).as("a deep file").isEqualTo("deep");
    files.write(fresh.toString(), new ByteArrayInputStream(new byte[10]));
    assertThat(fresh).as("a file that was written").hasSize(10);
    assertThat(files.list(allowed.toString(), "").entries()).as("what lies inside").hasSize(2);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(
      strings = {"%s/../data2/secret", "%s/a/../top", "%s/a/..", "%s/./top", "%s/a/./b/c/file"})
  @DisplayName("a path with . or .. in it is no valid path")
  void refusesDots(String text) {
    String path = text.formatted(allowed);

    refuses(Reason.INVALID_PATH, path, () -> files(allowed).read(path));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"..a", "...", ".hidden", "a..b"})
  @DisplayName("names that only have dots in them are names")
  void takesNamesWithDots(String name) throws IOException {
    Path file = Files.writeString(allowed.resolve(name), "x");

    assertThat(read(files(allowed), file)).as("a file named %s", name).isEqualTo("x");
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @ValueSource(strings = {"%s2/secret", "%s2", "/", "/etc/passwd", "/proc/self/root/etc/passwd"})
  @DisplayName("a path that does not begin with an allowed directory is outside")
  void refusesWhatIsOutside(String text) {
    String path = text.formatted(allowed);

    refuses(Reason.OUTSIDE, path, () -> files(allowed).list(path, ""));
  }

  @Test
  @DisplayName("no link on the way is followed, wherever it leads")
  void followsNoLink() throws IOException {
    Files.createSymbolicLink(allowed.resolve("out"), outside);
    Files.createSymbolicLink(allowed.resolve("a/in"), allowed.resolve("a/b"));
    Files.createSymbolicLink(allowed.resolve("a/root"), Path.of("/proc/self/root"));
    ConfinedFiles files = files(allowed);

    for (String name : List.of("out/secret", "a/in/c/file", "a/root/etc/passwd")) {
      Path path = allowed.resolve(name);
      refuses(Reason.LINK, path.toString(), () -> files.read(path.toString()));
    }
    Path list = allowed.resolve("out");
    refuses(Reason.LINK, list.toString(), () -> files.list(list.toString(), ""));
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  @DisplayName("a link that comes between look and opening is not followed either")
  void followsNoLinkThatComesLate() throws Exception {
    Path name = allowed.resolve("swapped");
    Path real = Files.createDirectory(allowed.resolve("real"));
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside);
    ConfinedFiles files = files(allowed);
    AtomicBoolean stop = new AtomicBoolean();
    Thread attacker = Thread.ofPlatform().daemon().start(() -> swap(real, link, name, stop));
    try {
      for (int round = 0; round < 10_000; round++) {
        assertThat(readOrNothing(files, name.resolve("secret")))
            .as("a directory becomes a link to the outside at any moment (attempt %d)", round)
            .isEmpty();
      }
    } finally {
      stop.set(true);
      attacker.join();
    }
  }

  /// Gives the name to a directory, then to a link, and so on.
  private static void swap(Path real, Path link, Path name, AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        for (Path next : List.of(real, link)) {
          Files.move(next, name);
          Files.move(name, next);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String readOrNothing(ConfinedFiles files, Path path) throws IOException {
    try {
      return read(files, path);
    } catch (FileStoreException refused) {
      return "";
    }
  }

  @Test
  @DisplayName("a file is no directory on the way")
  void refusesAFileOnTheWay() {
    String path = allowed.resolve("top/x").toString();

    refuses(Reason.WRONG_KIND, path, () -> files(allowed).read(path));
  }

  @Test
  @DisplayName("what is missing on the way is missing")
  void tellsWhatIsMissing() {
    String path = allowed.resolve("no/x").toString();

    refuses(Reason.MISSING, path, () -> files(allowed).read(path));
  }

  @Test
  @Timeout(value = 10, unit = TimeUnit.SECONDS)
  @DisplayName("a pipe on the way is not opened")
  void opensNoPipe() throws Exception {
    Path pipe = allowed.resolve("pipe");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor(5, TimeUnit.SECONDS)).as("mkfifo makes a pipe").isTrue();

    refuses(Reason.SPECIAL_FILE, pipe + "/x", () -> files(allowed).read(pipe + "/x"));
  }

  @Test
  @DisplayName("an allowed directory is known by its link and by its real name")
  void takesBothNames() throws IOException {
    Path link = Files.createSymbolicLink(outside.resolve("link"), allowed);
    ConfinedFiles files = files(link);

    assertThatCode(() -> read(files, link.resolve("a/b/c/file")))
        .as("by the name in the rules")
        .doesNotThrowAnyException();
    assertThatCode(() -> read(files, allowed.resolve("a/b/c/file")))
        .as("by the real name")
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("of two allowed directories the longer one counts")
  void takesTheLongest() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside);

    for (ConfinedFiles files : List.of(files(allowed, link), files(link, allowed))) {
      assertThatCode(() -> read(files, link.resolve("secret")))
          .as("the rules allow %s itself, which is a link inside %s", link, allowed)
          .doesNotThrowAnyException();
    }
  }
}
