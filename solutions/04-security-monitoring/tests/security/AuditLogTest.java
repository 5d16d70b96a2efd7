package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The audit log's own life: many writers, ends of all kinds.
@Timeout(120)
class AuditLogTest {
  @TempDir private Path folder;
  private AuditFixture audit = new AuditFixture(Path.of(""));

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @BeforeEach
  void useTheFolder() {
    audit = new AuditFixture(folder);
  }

  @Test
  void writesOneFormForOneRecord() throws IOException {
    try (AuditLog log =
        AuditLog.open(audit.log(), audit.head(), () -> Instant.parse("2026-01-02T03:04:05.678Z"))) {
      AuditHead head =
          log.append(AuditRecord.of("host", "call", "add", "denied").with("b", "2").with("a", "1"));

      String record =
          "{\"line\":1,\"at\":\"2026-01-02T03:04:05.678Z\",\"actor\":\"host\",\"action\":\"call\","
              + "\"target\":\"add\",\"outcome\":\"denied\",\"details\":{\"a\":\"1\",\"b\":\"2\"}";
      assertThat(audit.lines())
          .containsExactly(
              record + ",\"prev\":\"" + "0".repeat(64) + "\",\"hash\":\"" + head.hash() + "\"}");
      assertThat(Files.size(audit.log())).isEqualTo(head.bytes());
      assertThat(Files.readString(audit.head())).isEqualTo(head.text());
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(audit.log())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void goesOnWhereItEnded() throws IOException {
    audit.write(3);
    try (AuditLog log = audit.open()) {
      assertThat(log.head().line()).isEqualTo(3);
      assertThat(log.append(AuditFixture.entry(4)).line()).isEqualTo(4);
    }
    assertThat(audit.verify().line()).isEqualTo(4);
  }

  @Test
  void anEmptyLogIsWhole() throws IOException {
    audit.write(0);

    assertThat(audit.verify()).isEqualTo(AuditHead.START);
    audit.write(1);
    assertThat(audit.verify().line()).isEqualTo(1);
  }

  @Test
  void aTornLastLineIsKeptAsEvidenceAndTheChainGoesOn() throws IOException {
    audit.write(3);
    Files.writeString(audit.log(), "{\"line\":4,\"at\":\"20", StandardOpenOption.APPEND);
    try (AuditLog log = audit.open()) {
      assertThat(log.append(AuditFixture.entry(5)).line()).isEqualTo(5);
    }

    assertThat(audit.verify().line()).isEqualTo(5);
    Path evidence = folder.resolve("audit.log.after-3-1");
    assertThat(evidence).hasContent("{\"line\":4,\"at\":\"20");
    assertThat(audit.lines().get(3))
        .contains("audit.recover", evidence.getFileName().toString())
        .contains(Sha256.hex(Files.readAllBytes(evidence)));
  }

  @Test
  void aLongTextIsCutAndStillTold() throws IOException {
    String text = "ü".repeat(100_000);
    AuditRecord entry = AuditRecord.of(text, text, text, text);
    for (int i = 0; i < 16; i++) {
      entry = entry.with("detail-" + i, text);
    }
    try (AuditLog log = audit.open()) {
      assertThat(log.append(entry).bytes()).isLessThan(AuditChain.LINE_LIMIT_BYTES);
      assertThat(log.verify().line()).isEqualTo(1);
    }
    assertThat(audit.lines().getFirst()).contains("[100000 characters, sha256 ");
    AuditRecord full = entry;
    assertThatThrownBy(() -> full.with("one-more", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> AuditRecord.of("", "", "", "").with("A\"", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void manyWritersMakeOneChainWhileItIsVerified() throws Exception {
    long writers = 32;
    int each = 20;
    try (AuditLog log = audit.open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Long>>> all = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        all.add(
            threads.submit(
                () -> {
                  List<Long> lines = new ArrayList<>();
                  for (int i = 0; i < each; i++) {
                    lines.add(log.append(AuditFixture.entry(i)).line());
                  }
                  return lines;
                }));
      }
      long verified = log.verify().line();
      List<Long> lines = new ArrayList<>();
      for (Future<List<Long>> one : all) {
        assertThat(one.get()).isSorted();
        lines.addAll(one.get());
      }
      assertThat(lines).doesNotHaveDuplicates().hasSize(Math.toIntExact(writers * each));
      assertThat(verified).isBetween(0L, writers * each);
      assertThat(log.verify().line()).isEqualTo(writers * each);
    }
    assertThat(audit.verify().line()).isEqualTo(writers * each);
  }

  @Test
  void anInterruptedCallerSpoilsNothing() throws Exception {
    try (AuditLog log = audit.open()) {
      List<Boolean> flags = new ArrayList<>();
      Thread caller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    Thread.currentThread().interrupt();
                    flags.add(log.append(AuditFixture.entry(1)).line() == 1);
                    flags.add(Thread.currentThread().isInterrupted());
                  });
      caller.join();

      assertThat(flags).containsExactly(true, true);
      assertThat(log.append(AuditFixture.entry(2)).line()).isEqualTo(2);
      assertThat(log.verify().line()).isEqualTo(2);
    }
  }

  @Test
  void oneWriterAtATime() throws IOException {
    try (AuditLog log = audit.open()) {
      assertThatThrownBy(() -> audit.open())
          .isInstanceOf(AuditException.class)
          .hasMessageContaining("in use");
      assertThat(log.append(AuditFixture.entry(1)).line()).isEqualTo(1);
    }
    audit.write(0);
    assertThat(audit.verify().line()).isEqualTo(1);
  }

  @Test
  void whatIsNotOnDiskIsNotAcknowledged() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    try (AuditLog log = AuditLog.open(audit.log(), elsewhere.resolve("head"))) {
      assertThat(log.append(AuditFixture.entry(1)).line()).isEqualTo(1);
      Files.delete(elsewhere.resolve("head"));
      Files.delete(elsewhere);

      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> log.append(AuditFixture.entry(2)))
            .isInstanceOf(AuditException.class)
            .hasMessageContaining("could not be written");
      }
      assertThat(log.head().line()).isEqualTo(1);
    }
    AuditLog closed = AuditLog.open(folder.resolve("second.log"), folder.resolve("second.head"));
    closed.close();
    assertThatThrownBy(() -> closed.append(AuditFixture.entry(1))).hasMessageContaining("closed");
  }

  @Test
  void whatWasAcknowledgedSurvivesKill() throws Exception {
    long acknowledged = 0;
    for (int round = 0; round < 3; round++) {
      Process writer =
          new ProcessBuilder(Helper.command(Writer.class, folder.toString()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader output = writer.inputReader()) {
        long until = acknowledged + 60;
        while (acknowledged < until) {
          acknowledged = Math.max(acknowledged, Long.parseLong(output.readLine()));
        }
        // By its handle, which leaves the stream open: the last words count, too.
        assertThat(writer.toHandle().destroyForcibly()).isTrue();
        acknowledged =
            Math.max(
                acknowledged,
                output
                    .lines()
                    .filter(line -> line.matches("\\d+"))
                    .mapToLong(Long::parseLong)
                    .max()
                    .orElse(0));
      }
      assertThat(writer.waitFor(20, TimeUnit.SECONDS)).isTrue();
      try (AuditLog log = audit.open()) {
        assertThat(log.head().line()).isGreaterThanOrEqualTo(acknowledged);
      }
      assertThat(audit.verify().line()).isGreaterThanOrEqualTo(acknowledged);
    }
  }

  /// Writes from four threads until it is killed, and tells what is acknowledged.
  static final class Writer {
    private Writer() {}

    public static void main(String[] args) {
      AuditLog log = new AuditFixture(Path.of(args[0])).open();
      for (int thread = 0; thread < 4; thread++) {
        Thread ignored =
            Thread.ofPlatform()
                .start(
                    () -> {
                      for (int i = 0; i < 1_000_000; i++) {
                        System.out.println(log.append(AuditFixture.entry(i)).line());
                      }
                    });
      }
    }
  }

  @Test
  void verifiesALogThatIsLargerThanItsMemory() throws Exception {
    long bytes = bigLog(48L << 20);
    List<String> command =
        new ArrayList<>(
            Helper.command(Verifier.class, audit.log().toString(), audit.head().toString()));
    command.add(1, "-Xmx16m");
    Process verifier =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (BufferedReader output = verifier.inputReader()) {
      assertThat(output.readLine()).isEqualTo("whole, " + bytes + " bytes");
    }
    assertThat(verifier.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  private long bigLog(long size) throws IOException {
    AuditRecord entry = AuditRecord.of("host", "call", "x".repeat(400), "ok");
    for (int i = 0; i < 16; i++) {
      entry = entry.with("detail" + i, "y".repeat(400));
    }
    AuditHead head = AuditHead.START;
    try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(audit.log()))) {
      while (head.bytes() < size) {
        byte[] line = AuditChain.line(head, entry.canonical(head.line() + 1, Instant.EPOCH));
        output.write(line);
        output.write('\n');
        head = AuditChain.follow(head, line);
      }
    }
    Files.writeString(audit.head(), head.text());
    return head.bytes();
  }

  /// Verifies a log and prints what it came to.
  static final class Verifier {
    private Verifier() {}

    public static void main(String[] args) throws IOException {
      AuditHead head = AuditVerifier.verify(Path.of(args[0]), Path.of(args[1]));
      System.out.println("whole, " + head.bytes() + " bytes");
    }
  }

  /// By someone who ends all threads of the process, for one.
  @Test
  void aWriterThatEndsLeavesNoOneWaiting() {
    try (AuditLog log = audit.open()) {
      assertThat(log.append(AuditFixture.entry(1)).line()).isEqualTo(1);
      Thread.getAllStackTraces().keySet().stream()
          .filter(thread -> thread.getName().equals("audit-log"))
          .forEach(Thread::interrupt);
      CompletableFuture<AuditHead> next =
          CompletableFuture.supplyAsync(
              () -> log.append(AuditFixture.entry(2)), Thread::startVirtualThread);
      assertThatThrownBy(() -> next.get(20, TimeUnit.SECONDS))
          .hasCauseInstanceOf(AuditException.class)
          .hasMessageContaining("could not be written");
    }
    try (AuditLog log = audit.open()) {
      assertThat(log.append(AuditFixture.entry(2)).line()).isEqualTo(2);
    }
  }

  @Test
  void aHeadThatIsNoneIsToldAsSuch() throws IOException {
    audit.write(2);
    String hash = AuditHead.parse(Files.readAllBytes(audit.head())).orElseThrow().hash();
    for (AuditHead wrong :
        List.of(new AuditHead(2, hash, 0), new AuditHead(0, hash, Files.size(audit.log())))) {
      Files.writeString(audit.head(), wrong.text());
      assertThatThrownBy(() -> audit.open())
          .isInstanceOf(AuditException.class)
          .hasMessageContaining("head is missing or unreadable");
    }
  }

  /// Whoever may read a lock's file can hold a shared lock on it, and keep the log closed.
  @Test
  void noOneElseMayTouchTheLock() throws IOException {
    audit.write(1);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("audit.log.lock"))))
        .isEqualTo("rw-------");
  }
}
