package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import attack.Attack;
import attack.Control;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import security.BrokenChainException.Fault;
import tools.jackson.databind.json.JsonMapper;

/// What someone tries who may write the audit log, and not its head.
@Timeout(60)
class AuditLogAttackTest {
  private static final int LINES = 10;

  @TempDir private Path folder;
  private AuditFixture audit = new AuditFixture(Path.of(""));

  @BeforeEach
  void writeALog() throws IOException {
    audit = new AuditFixture(folder);
    audit.write(LINES);
    assertThat(audit.verify().line()).isEqualTo(LINES);
  }

  private void assertBroken(Fault fault, long line) {
    BrokenChainException broken =
        catchThrowableOfType(BrokenChainException.class, () -> audit.verify());
    assertThat(broken).as("found").isNotNull();
    assertThat(broken.fault()).as(broken.getMessage()).isEqualTo(fault);
    assertThat(broken.line()).as(broken.getMessage()).isEqualTo(line);
    assertThat(broken).hasMessageContaining("line " + line + " of the audit log");
  }

  @Test
  void aChangedLine() throws IOException {
    List<String> lines = audit.lines();
    lines.set(3, lines.get(3).replace("started", "refused"));
    audit.replace(lines);

    assertBroken(Fault.CHANGED, 4);
  }

  @Test
  void anyChangedByte() throws IOException {
    byte[] good = Files.readAllBytes(audit.log());
    Random random = new Random(48);
    for (int round = 0; round < 400; round++) {
      byte[] bad = good.clone();
      int at = random.nextInt(bad.length);
      bad[at] ^= (byte) (1 + random.nextInt(255));
      Files.write(audit.log(), bad);
      BrokenChainException broken =
          catchThrowableOfType(BrokenChainException.class, () -> audit.verify());

      assertThat(broken).as("byte %d", at).isNotNull();
      long line = 1 + new String(good, 0, at, StandardCharsets.US_ASCII).lines().count();
      assertThat(broken.line()).as("byte %d", at).isBetween(line - 1, line);
    }
  }

  @Test
  @Attack(
      value = "a forged audit line",
      defence = "each line has the hash of the one before",
      exercise = "4.8")
  void aForgedLineWithItsOwnHash() throws IOException {
    audit.replace(forged());

    assertBroken(Fault.MISPLACED, 5);
  }

  private List<String> forged() throws IOException {
    List<String> lines = audit.lines();
    lines.set(3, lines.get(3).replace("started", "refused"));
    byte[] record =
        AuditChain.parse(lines.get(3).getBytes(StandardCharsets.US_ASCII))
            .orElseThrow()
            .recordBytes();
    AuditHead before = AuditHead.START;
    for (String line : lines.subList(0, 3)) {
      before = AuditChain.follow(before, line.getBytes(StandardCharsets.US_ASCII));
    }
    lines.set(3, new String(AuditChain.line(before, record), StandardCharsets.US_ASCII));
    return lines;
  }

  @Test
  @Control({"a forged audit line", "a cut audit log", "reordered audit lines"})
  void aReaderOfTheLinesAloneBelievesAllOfThem() throws IOException {
    List<String> reordered = audit.lines();
    Collections.swap(reordered, 3, 4);
    for (List<String> lines : List.of(forged(), audit.lines().subList(0, 8), reordered)) {
      assertThat(lines)
          .allSatisfy(
              line ->
                  assertThat(JsonMapper.shared().readTree(line).path("action").asString())
                      .isEqualTo("plugin.start"));
    }
    assertThat(JsonMapper.shared().readTree(forged().get(3)).path("outcome").asString())
        .isEqualTo("refused");
  }

  @Test
  @Attack(
      value = "all audit lines forged from one on",
      defence = "the head is kept apart from the log",
      exercise = "4.8")
  void allLinesForgedFromOneOn() throws IOException {
    audit.replace(allForged());

    assertBroken(Fault.NOT_THE_HEAD, LINES);
  }

  private List<String> allForged() throws IOException {
    List<String> lines = audit.lines();
    lines.set(
        3,
        "{\"line\":4,\"at\":\"\",\"details\":{},\"prev\":\""
            + "0".repeat(64)
            + "\",\"hash\":\""
            + "0".repeat(64)
            + "\"}");
    return AuditFixture.rechained(lines, 4);
  }

  @Test
  @Control("all audit lines forged from one on")
  void theChainAloneBelievesThemAll() throws IOException {
    AuditHead head = AuditHead.START;
    for (String line : allForged()) {
      head = AuditChain.follow(head, line.getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(head.line()).isEqualTo(LINES);
  }

  @Test
  void aRemovedLine() throws IOException {
    for (int removed = 1; removed < LINES; removed++) {
      List<String> lines = Files.readAllLines(audit.log());
      String line = lines.remove(removed - 1);
      audit.replace(lines);
      assertBroken(Fault.MISPLACED, removed);
      lines.add(removed - 1, line);
      audit.replace(lines);
    }
  }

  @Test
  void aLineAddedInTheMiddle() throws IOException {
    List<String> lines = audit.lines();
    lines.add(4, lines.get(3));
    audit.replace(lines);

    assertBroken(Fault.MISPLACED, 5);
  }

  @Test
  void aLineAddedAtTheEnd() throws IOException {
    List<String> lines = audit.lines();
    byte[] record = AuditFixture.entry(11).canonical(11, Instant.parse("2026-01-01T00:00:00Z"));
    lines.add(
        new String(
            AuditChain.line(AuditVerifier.readHead(audit.head()).orElseThrow(), record),
            StandardCharsets.US_ASCII));
    audit.replace(lines);

    assertBroken(Fault.ADDED, 11);
  }

  @Test
  @Attack(
      value = "reordered audit lines",
      defence = "each line has its number and the hash before",
      exercise = "4.8")
  void twoLinesReordered() throws IOException {
    List<String> lines = audit.lines();
    Collections.swap(lines, 3, 4);
    audit.replace(lines);

    assertBroken(Fault.MISPLACED, 4);
  }

  @Test
  @Attack(
      value = "a cut audit log",
      defence = "the head says how many lines there are",
      exercise = "4.8")
  void aCutTail() throws IOException {
    audit.replace(audit.lines().subList(0, 8));
    assertBroken(Fault.CUT, 9);

    audit.replace(List.of());
    assertBroken(Fault.CUT, 1);
  }

  @Test
  void aTailCutWithinALine() throws IOException {
    byte[] good = Files.readAllBytes(audit.log());
    Files.write(audit.log(), Arrays.copyOf(good, good.length - 5));

    assertBroken(Fault.MALFORMED, LINES);
  }

  @Test
  void aCutLogIsNotGoneOnWith() throws IOException {
    audit.replace(audit.lines().subList(0, 8));

    assertThatThrownBy(() -> audit.open())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("line 10")
        .hasMessageContaining("cut");
    assertThat(audit.lines()).hasSize(8);
  }

  @Test
  void aReplacedLogIsNotGoneOnWith() throws IOException {
    List<String> lines = audit.lines();
    lines.set(9, lines.get(9).replace("started", "refused"));
    audit.replace(lines);

    assertThatThrownBy(() -> audit.open()).isInstanceOf(AuditException.class);
  }

  @Test
  void aLogWithoutItsHeadIsNotGoneOnWith() throws IOException {
    Files.delete(audit.head());

    assertThatThrownBy(() -> audit.open())
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("audit.head");
    assertThatThrownBy(() -> audit.verify()).isInstanceOf(AuditException.class);
  }

  @Test
  void aLineAddedBehindTheHostsBackIsSetAside() throws IOException {
    String added = audit.lines().getLast() + "\n";
    Files.writeString(audit.log(), added, StandardOpenOption.APPEND);
    try (AuditLog log = audit.open()) {
      assertThat(log.verify().line()).isEqualTo(LINES + 1);
    }
    assertThat(audit.verify().line()).isEqualTo(LINES + 1);
    assertThat(audit.lines().getLast()).contains("audit.recover", "audit.log.after-10-1");
    assertThat(folder.resolve("audit.log.after-10-1")).hasContent(added);
  }

  @Test
  void linesOfOtherKindsAreNamed() throws IOException {
    String good = Files.readString(audit.log());
    Files.writeString(audit.log(), good.replaceFirst("\n", "\n\n"));
    assertBroken(Fault.MALFORMED, 2);

    Files.writeString(audit.log(), good.replace("\n", "\r\n"));
    assertBroken(Fault.MALFORMED, 1);

    Files.writeString(audit.log(), "x".repeat(5 << 20) + good);
    assertBroken(Fault.MALFORMED, 1);
  }

  @Test
  void aTextCannotMakeALineOfItsOwn() throws IOException {
    String evil = "x\"}\n{\"line\":12,\"actor\":\"root\"}\r\u2028\u001b[2J\u202e\ud800";
    try (AuditLog log = audit.open()) {
      assertThat(log.append(AuditRecord.of(evil, evil, evil, evil).with("note", evil)).line())
          .isEqualTo(11);
    }
    assertThat(audit.verify().line()).isEqualTo(11);
    assertThat(audit.lines()).hasSize(11);
    assertThat(audit.lines().getLast())
        .contains("x\\\"}\\u000a{\\\"line\\\":12")
        .contains("\\u001b[2J\\u202e\\ud800")
        .matches("[ -~]+");
  }
}
