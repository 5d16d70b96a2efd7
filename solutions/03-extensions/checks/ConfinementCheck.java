import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contract.FileStoreException;
import contract.FileStoreException.Reason;
import extensions.ConfinedFiles;
import extensions.Confinement;
import extensions.FileRules;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
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

  /// A folder that is removed with links in it makes JUnit talk.
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> all = Files.walk(temporary)) {
      for (Path link : all.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
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
    assertThatThrownBy(call)
        .as("%s must be refused with a FileStoreException", what)
        .isInstanceOfSatisfying(
            FileStoreException.class,
            refusal ->
                assertThat(refusal.reason()).as("why %s is refused", what).isEqualTo(reason));
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
      strings = {
        "DATA/../data2/secret",
        "DATA/a/../top",
        "DATA/a/..",
        "DATA/./top",
        "DATA/a/./b/c/file"
      })
  @DisplayName("a path with . or .. in it is no valid path")
  void refusesDots(String text) {
    String path = text.replace("DATA", allowed.toString());

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
  @ValueSource(
      strings = {"DATA2/secret", "DATA2", "/", "/etc/passwd", "/proc/self/root/etc/passwd"})
  @DisplayName("a path that does not begin with an allowed directory is outside")
  void refusesWhatIsOutside(String text) {
    String path = text.replace("DATA", allowed.toString());

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
  @DisplayName("a link that comes between look and opening is not followed either")
  void followsNoLinkThatComesLate() throws IOException {
    try (LateChange folder =
        LateChange.in(
            allowed,
            () -> {
              Files.move(allowed.resolve("a"), allowed.resolve("aside"));
              Files.createSymbolicLink(allowed.resolve("a"), outside);
            })) {
      assertThatThrownBy(() -> Confinement.step(folder, Path.of("a")).close())
          .as("the directory a becomes a link to the outside just before it is opened")
          .isInstanceOfAny(FileStoreException.class, IOException.class);
    }
  }

  @Test
  @DisplayName("a directory that takes another one's place after the look is refused, and closed")
  void entersNoOtherDirectory() throws IOException {
    Path other = Files.createDirectory(allowed.resolve("other"));
    try (LateChange folder =
        LateChange.in(
            allowed,
            () -> {
              Files.move(allowed.resolve("a"), allowed.resolve("aside"));
              Files.move(other, allowed.resolve("a"));
            })) {
      refuses(
          Reason.CHANGED,
          "a directory that came after the look",
          () -> Confinement.step(folder, Path.of("a")).close());
      assertThat(folder.stillOpen()).as("directories left open after the refusal").isZero();
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

  /// What happens in a folder between two looks at it.
  @FunctionalInterface
  private interface Change {
    void make() throws IOException;
  }

  /// An open directory in which something changes just before a name in it is opened, the first
  /// time. It counts what is opened and not closed.
  private static class LateChange implements SecureDirectoryStream<Path> {
    private final SecureDirectoryStream<Path> real;
    private final AtomicInteger open;
    private Change change;

    private LateChange(SecureDirectoryStream<Path> real, AtomicInteger open, Change change) {
      this.real = real;
      this.open = open;
      this.change = change;
    }

    @SuppressWarnings("StreamResourceLeak") // closed by what is returned
    static LateChange in(Path folder, Change change) throws IOException {
      return new LateChange(
          (SecureDirectoryStream<Path>) Files.newDirectoryStream(folder),
          new AtomicInteger(),
          change);
    }

    int stillOpen() {
      return open.get();
    }

    private void change() throws IOException {
      Change now = change;
      change = () -> {};
      now.make();
    }

    @Override
    public SecureDirectoryStream<Path> newDirectoryStream(Path name, LinkOption... options)
        throws IOException {
      change();
      SecureDirectoryStream<Path> opened = real.newDirectoryStream(name, options);
      open.incrementAndGet();
      return new LateChange(opened, open, () -> {}) {
        private boolean closed;

        @Override
        public void close() throws IOException {
          if (!closed) {
            closed = true;
            open.decrementAndGet();
          }
          super.close();
        }
      };
    }

    @Override
    public SeekableByteChannel newByteChannel(
        Path name, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException {
      change();
      return real.newByteChannel(name, options, attributes);
    }

    @Override
    public void deleteFile(Path name) throws IOException {
      real.deleteFile(name);
    }

    @Override
    public void deleteDirectory(Path name) throws IOException {
      real.deleteDirectory(name);
    }

    @Override
    public void move(Path from, SecureDirectoryStream<Path> target, Path to) throws IOException {
      real.move(from, target, to);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Class<V> type) {
      return real.getFileAttributeView(type);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path name, Class<V> type, LinkOption... options) {
      return real.getFileAttributeView(name, type, options);
    }

    @Override
    public Iterator<Path> iterator() {
      return real.iterator();
    }

    @Override
    public void close() throws IOException {
      real.close();
    }
  }
}
