package extensions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import attack.Attack;
import attack.Control;
import contract.FileEntry;
import contract.FileListing;
import contract.FileStoreException;
import contract.FileStoreException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The files of a real disk, with real links, pipes and races.
class ConfinedFilesTest {
  private static final String SECRET = "secret";

  private Path folder = Path.of("");
  private Path allowed = Path.of("");
  private Path outside = Path.of("");

  @BeforeEach
  void makeFolders() throws IOException {
    folder = Files.createTempDirectory("cf").toRealPath();
    allowed = Files.createDirectory(folder.resolve("data"));
    outside = Files.createDirectory(folder.resolve("data-outside"));
    Files.writeString(outside.resolve("secret"), SECRET);
    Files.writeString(Files.createDirectory(allowed.resolve("sub")).resolve("a"), "text");
  }

  @AfterEach
  void removeFolders() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private ConfinedFiles files() {
    return files(1000);
  }

  private ConfinedFiles files(long maxFileBytes) {
    return new ConfinedFiles(FileRules.of(List.of(allowed), maxFileBytes));
  }

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  private static String readAll(ConfinedFiles files, Path path) throws IOException {
    try (InputStream content = files.read(path.toString())) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }

  private static Reason reasonOf(ThrowingCallable call) {
    FileStoreException refused = catchThrowableOfType(FileStoreException.class, call);
    assertThat(refused).as("a FileStoreException").isNotNull();
    return refused.reason();
  }

  private List<ThrowingCallable> everyAccess(Path path) {
    ConfinedFiles files = files();
    return List.of(
        () -> readAll(files, path),
        () -> files.readAt(path.toString(), 0, 10),
        () -> files.write(path.toString(), bytes("x")),
        () -> files.delete(path.toString()));
  }

  @Test
  void writesReadsListsAndDeletes() throws IOException {
    ConfinedFiles files = files();
    Path file = allowed.resolve("sub/b");

    assertThat(files.write(file.toString(), bytes("hello"))).isEqualTo(5);
    assertThat(readAll(files, file)).isEqualTo("hello");
    assertThat(files.write(file.toString(), bytes(""))).isZero();
    assertThat(readAll(files, file)).isEmpty();
    assertThat(files.list(allowed.resolve("sub").toString(), ""))
        .isEqualTo(
            new FileListing(
                List.of(
                    new FileEntry("a", FileEntry.Kind.FILE, 4),
                    new FileEntry("b", FileEntry.Kind.FILE, 0)),
                false));
    files.delete(file.toString());
    assertThat(file).doesNotExist();
    assertThat(reasonOf(() -> files.read(file.toString()))).isEqualTo(Reason.MISSING);
    assertThat(reasonOf(() -> files.delete(file.toString()))).isEqualTo(Reason.MISSING);
  }

  @Test
  void readsAPart() {
    String path = allowed.resolve("sub/a").toString();

    assertThat(files().readAt(path, 1, 2)).isEqualTo("ex".getBytes(UTF_8));
    assertThat(files().readAt(path, 3, 100)).isEqualTo("t".getBytes(UTF_8));
    assertThat(files().readAt(path, 100, 100)).isEmpty();
    assertThatThrownBy(() -> files().readAt(path, -1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> files().readAt(path, 0, 65537))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "sub/a",
        "./a",
        "%s/../data-outside/secret",
        "%s/sub/../sub/a",
        "%s/./sub/a",
        "%s/..",
        "%s/sub/..",
        "%s/a\0b",
        "../../etc/passwd"
      })
  @Attack(
      value = "../ in a path to the file plugin",
      defence = "a path with . or .. is none",
      exercise = "3.8")
  void refusesPathsThatAreNone(String text) {
    String path = text.formatted(allowed);

    for (ThrowingCallable access : everyPath(path)) {
      assertThat(reasonOf(access)).as(path).isEqualTo(Reason.INVALID_PATH);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/etc/passwd",
        "/proc/self/root/etc/passwd",
        "%s-outside/secret",
        "%s/..data/../x"
      })
  void refusesPathsThatLeadOutside(String text) {
    String path = text.formatted(allowed);

    for (ThrowingCallable access : everyPath(path)) {
      assertThat(reasonOf(access)).as(path).isIn(Reason.OUTSIDE, Reason.INVALID_PATH);
    }
  }

  @Test
  @Control({
    "../ in a path to the file plugin",
    "a symbolic link in the file plugin's folder",
    "a hard link to a file elsewhere",
    "/proc/self/root in a path to the file plugin"
  })
  void withoutTheRulesEachOfThesePathsLeadsToTheSecret() throws IOException {
    Path secret = outside.resolve("secret");
    List<Path> paths = new ArrayList<>();
    paths.add(allowed.resolve("../data-outside/secret"));
    paths.add(Files.createSymbolicLink(allowed.resolve("link"), secret));
    paths.add(Files.createLink(allowed.resolve("hard"), secret));
    if (Files.exists(Path.of("/proc/self/root"))) {
      Path root = Files.createSymbolicLink(allowed.resolve("root"), Path.of("/proc/self/root"));
      paths.add(Path.of(root + secret.toString()));
    }

    assertThat(paths)
        .allSatisfy(path -> assertThat(path).startsWithRaw(allowed).hasContent(SECRET));
  }

  private List<ThrowingCallable> everyPath(String path) {
    ConfinedFiles files = files();
    return List.of(
        () -> files.read(path),
        () -> files.readAt(path, 0, 10),
        () -> files.write(path, bytes("x")),
        () -> files.delete(path),
        () -> files.list(path, ""));
  }

  @Test
  void takesNamesThatOnlyLookLikeWaysOut() throws IOException {
    ConfinedFiles files = files();
    for (String name : List.of("..a", "...", "a..", " ", "-rf", "a\nb", "*", "~")) {
      Path file = allowed.resolve(name);
      files.write(file.toString(), bytes(name));
      assertThat(readAll(files, file)).isEqualTo(name);
      files.delete(file.toString());
    }
  }

  @Test
  @Attack(
      value = "a symbolic link in the file plugin's folder",
      defence = "each name is opened without following links",
      exercise = "3.8")
  void refusesALinkAsTheLastName() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside.resolve("secret"));

    for (ThrowingCallable access : everyAccess(link)) {
      assertThat(reasonOf(access)).isEqualTo(Reason.LINK);
    }
    assertThat(link).isSymbolicLink();
    assertThat(outside.resolve("secret")).hasContent(SECRET);
  }

  @Test
  @Attack(
      value = "/proc/self/root in a path to the file plugin",
      defence = "each name is opened without following links",
      exercise = "3.8")
  void refusesALinkOnTheWay() throws IOException {
    Files.createSymbolicLink(allowed.resolve("link"), outside);
    Files.createSymbolicLink(allowed.resolve("inside"), allowed.resolve("sub"));
    Files.createSymbolicLink(allowed.resolve("sub/root"), Path.of("/proc/self/root"));

    for (String path : List.of("link/secret", "link/new", "inside/a", "sub/root/etc/passwd")) {
      for (ThrowingCallable access : everyAccess(allowed.resolve(path))) {
        assertThat(reasonOf(access)).as(path).isEqualTo(Reason.LINK);
      }
    }
    assertThat(reasonOf(() -> files().list(allowed.resolve("link").toString(), "")))
        .isEqualTo(Reason.LINK);
    assertThat(outside.resolve("new")).doesNotExist();
  }

  @Test
  void refusesALinkThatLeadsNowhere() throws IOException {
    Path link = Files.createSymbolicLink(allowed.resolve("link"), outside.resolve("new"));

    assertThat(reasonOf(() -> files().write(link.toString(), bytes("x")))).isEqualTo(Reason.LINK);
    assertThat(outside.resolve("new")).doesNotExist();
  }

  @Test
  @Attack(
      value = "a hard link to a file elsewhere",
      defence = "no file with a second name is read",
      exercise = "3.8")
  void readsNoFileWithASecondName() throws IOException {
    Path link = Files.createLink(allowed.resolve("hard"), outside.resolve("secret"));

    assertThat(reasonOf(() -> readAll(files(), link))).isEqualTo(Reason.LINK);
    assertThat(readAll(new ConfinedFiles(new FileRules(List.of(allowed), 1000, true)), link))
        .isEqualTo(SECRET);
    files().write(link.toString(), bytes("mine"));
    assertThat(outside.resolve("secret")).hasContent(SECRET);
    files().delete(link.toString());
    assertThat(outside.resolve("secret")).hasContent(SECRET);
  }

  @Test
  void neverWaitsForAPipe() throws Exception {
    Path pipe = allowed.resolve("pipe");
    Process mkfifo = new ProcessBuilder("mkfifo", pipe.toString()).start();
    assertThat(mkfifo.waitFor(5, TimeUnit.SECONDS)).isTrue();

    for (ThrowingCallable access : everyAccess(pipe)) {
      assertThat(reasonOf(access)).isEqualTo(Reason.SPECIAL_FILE);
    }
    assertThat(reasonOf(() -> files().read(pipe.resolve("a").toString())))
        .isEqualTo(Reason.SPECIAL_FILE);
    assertThat(reasonOf(() -> files().list(pipe.toString(), ""))).isEqualTo(Reason.SPECIAL_FILE);
  }

  @Test
  void refusesSocketsAndDevices() throws IOException {
    Path socket = allowed.resolve("s");
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(socket));
      for (ThrowingCallable access : everyAccess(socket)) {
        assertThat(reasonOf(access)).isEqualTo(Reason.SPECIAL_FILE);
      }
    }
    ConfinedFiles devices = new ConfinedFiles(FileRules.of(List.of(Path.of("/dev")), 1000));
    assertThat(reasonOf(() -> devices.read("/dev/zero"))).isEqualTo(Reason.SPECIAL_FILE);
  }

  @Test
  void leavesDirectoriesAlone() {
    ConfinedFiles files = files();

    assertThat(reasonOf(() -> files.delete(allowed.toString()))).isEqualTo(Reason.ROOT);
    assertThat(reasonOf(() -> files.write(allowed + "/", bytes("x")))).isEqualTo(Reason.ROOT);
    for (ThrowingCallable access : everyAccess(allowed.resolve("sub"))) {
      assertThat(reasonOf(access)).isEqualTo(Reason.WRONG_KIND);
    }
    assertThat(reasonOf(() -> files.list(allowed.resolve("sub/a").toString(), "")))
        .isEqualTo(Reason.WRONG_KIND);
    assertThat(reasonOf(() -> files.read(allowed.resolve("sub/a/b").toString())))
        .isEqualTo(Reason.WRONG_KIND);
  }

  @Test
  void limitsWhatIsWrittenAndLeavesNoPart() throws IOException {
    ConfinedFiles files = files(10);
    Path file = allowed.resolve("sub/a");

    files.write(file.toString(), bytes("0123456789"));
    assertThat(reasonOf(() -> files.write(file.toString(), bytes("0123456789a"))))
        .isEqualTo(Reason.TOO_LARGE);
    assertThat(reasonOf(() -> files.write(file.toString(), Sources.endless())))
        .isEqualTo(Reason.TOO_LARGE);

    assertThat(file).hasContent("0123456789");
    assertThat(allowed.resolve("sub")).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void limitsWhatIsReadAlsoIfItGrows() throws IOException {
    Path file = allowed.resolve("sub/a");
    Files.writeString(file, "0123456789a");
    assertThat(reasonOf(() -> files(10).read(file.toString()))).isEqualTo(Reason.TOO_LARGE);

    Files.writeString(file, "0123456789");
    try (InputStream content = files(10).read(file.toString())) {
      assertThat(content.read()).isEqualTo('0');
      Files.writeString(file, "0123456789a");
      assertThat(reasonOf(content::readAllBytes)).isEqualTo(Reason.TOO_LARGE);
    }
  }

  @Test
  void keepsTheOldContentIfTheNewOneBreaksOff() throws IOException {
    Path file = allowed.resolve("sub/a");
    assertThatThrownBy(() -> files().write(file.toString(), Sources.brokenAfter(100)))
        .isInstanceOf(IOException.class)
        .hasMessage("the source broke off");

    assertThat(file).hasContent("text");
    assertThat(allowed.resolve("sub")).isDirectoryNotContaining(path -> !path.equals(file));
  }

  @Test
  void listsInOrderAndInParts() throws IOException {
    Path many = Files.createDirectory(allowed.resolve("many"));
    for (int i = 0; i < 1500; i++) {
      Files.createFile(many.resolve("%04d".formatted(i)));
    }
    Files.createSymbolicLink(many.resolve("zlink"), outside);

    FileListing first = files().list(many.toString(), "");
    FileListing rest = files().list(many.toString(), first.entries().getLast().name());

    assertThat(first.entries()).hasSize(1000);
    assertThat(first.more()).isTrue();
    assertThat(first.entries().getFirst().name()).isEqualTo("0000");
    assertThat(first.entries()).isSortedAccordingTo(Comparator.comparing(FileEntry::name));
    assertThat(rest.entries()).hasSize(501);
    assertThat(rest.more()).isFalse();
    assertThat(rest.entries().getLast()).isEqualTo(new FileEntry("zlink", FileEntry.Kind.OTHER, 0));
  }

  @Test
  void takesTheDirectoryByItsLinkedNameToo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("named"), allowed);
    ConfinedFiles files = new ConfinedFiles(FileRules.of(List.of(link), 1000));

    assertThat(readAll(files, link.resolve("sub/a"))).isEqualTo("text");
    assertThat(readAll(files, allowed.resolve("sub/a"))).isEqualTo("text");
  }

  @Test
  void takesNoOtherDirectoryThatGotTheAllowedName() throws IOException {
    ConfinedFiles files = files();
    Files.move(allowed, folder.resolve("moved"));
    Files.createSymbolicLink(allowed, outside);

    assertThat(reasonOf(() -> files.read(allowed.resolve("secret").toString())))
        .isEqualTo(Reason.CHANGED);
  }

  @Test
  void refusesRulesThatHoldForNothing() {
    assertThatThrownBy(() -> new ConfinedFiles(FileRules.of(List.of(folder.resolve("no-such")), 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no-such");
    assertThatThrownBy(() -> FileRules.of(List.of(), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Attack(
      value = "a folder swapped for a link while it is read",
      defence = "open directories, not paths, lead the way",
      exercise = "3.8")
  void neverLeavesTheDirectoryWhileLinksComeAndGo() throws Exception {
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("secret"), "public");
    Path link = Files.createSymbolicLink(folder.resolve("link"), outside);
    Path swapped = allowed.resolve("swapped");
    AtomicBoolean stop = new AtomicBoolean();
    Thread attacker = Thread.ofPlatform().start(() -> swap(real, link, swapped, stop));
    ConfinedFiles files = files();
    List<String> read = new ArrayList<>();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
      while (System.nanoTime() < end) {
        attempt(() -> readAll(files, swapped.resolve("secret"))).ifPresent(read::add);
        attempt(() -> "" + files.write(swapped.resolve("new").toString(), bytes("x")));
      }
    } finally {
      stop.set(true);
      attacker.join(5000);
    }

    assertThat(read).isNotEmpty().doesNotContain(SECRET);
    assertThat(outside.resolve("new")).doesNotExist();
    assertThat(outside).isDirectoryNotContaining("glob:**/.part*");
  }

  private interface Attempt {
    String run() throws IOException;
  }

  private static Optional<String> attempt(Attempt attempt) throws IOException {
    try {
      return Optional.of(attempt.run());
    } catch (FileStoreException refused) {
      return Optional.empty();
    }
  }

  /// Lets one name stand for a directory and for a link out of it, by turns.
  private static void swap(Path real, Path link, Path name, AtomicBoolean stop) {
    try {
      while (!stop.get()) {
        Files.move(real, name);
        Files.move(name, real);
        Files.move(link, name, StandardCopyOption.ATOMIC_MOVE);
        Files.move(name, link);
      }
    } catch (AtomicMoveNotSupportedException e) {
      throw new IllegalStateException("a rename in one directory is atomic", e);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void losesNoDescriptor() throws IOException {
    Files.createSymbolicLink(allowed.resolve("link"), outside);
    Supplier<Integer> open = ConfinedFilesTest::openDescriptors;
    everyReason();
    int before = open.get();
    for (int i = 0; i < 200; i++) {
      everyReason();
    }

    assertThat(open.get()).isLessThan(before + 20);
  }

  private void everyReason() throws IOException {
    ConfinedFiles files = files();
    for (String name : List.of("sub/a", "sub", "sub/a/b", "link", "link/b", "no", "no/b")) {
      Path path = allowed.resolve(name);
      attempt(() -> readAll(files, path));
      attempt(() -> "" + files.list(path.toString(), ""));
    }
  }

  private static int openDescriptors() {
    String[] open = Path.of("/proc/self/fd").toFile().list();
    return open == null ? 0 : open.length;
  }
}
