import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import security.AuditChain;
import security.AuditHead;
import security.BrokenChainException;
import security.BrokenChainException.Fault;

/// The hash of a line, and whether a line continues the chain. The check makes its own lines.
@Tag("4.8")
@DisplayName("4.8 AuditChain.hash and AuditChain.follow")
class AuditChainCheck {
  private static final String OTHER_HASH = "5".repeat(64);

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static String sha256(byte[] first, byte[] second) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(first);
      digest.update(second);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String record(long number, String actor) {
    return "{\"line\":%d,\"at\":\"2026-01-01T00:00:00Z\",\"actor\":\"%s\"}"
        .formatted(number, actor);
  }

  /// A line that is whole in itself.
  private static String line(long number, String actor, String previous) {
    String record = record(number, actor);
    String hash = sha256(HexFormat.of().parseHex(previous), ascii(record));
    return "%s,\"prev\":\"%s\",\"hash\":\"%s\"}"
        .formatted(record.substring(0, record.length() - 1), previous, hash);
  }

  private static String hashOf(String line) {
    return line.substring(line.length() - 66, line.length() - 2);
  }

  /// That many lines that are one chain.
  private static List<String> chain(int count) {
    List<String> lines = new ArrayList<>();
    String previous = AuditHead.START.hash();
    for (int number = 1; number <= count; number++) {
      lines.add(line(number, "plugin-" + number, previous));
      previous = hashOf(lines.getLast());
    }
    return lines;
  }

  /// Where the chain of those lines ends, by the check's own reckoning.
  private static AuditHead headOf(List<String> lines) {
    long bytes = lines.stream().mapToLong(line -> line.length() + 1L).sum();
    return lines.isEmpty()
        ? AuditHead.START
        : new AuditHead(lines.size(), hashOf(lines.getLast()), bytes);
  }

  private static void assertBroken(String what, Fault fault, AuditHead before, String line) {
    Throwable thrown = catchThrowable(() -> AuditChain.follow(before, ascii(line)));
    assertThat(thrown)
        .as("%s: follow must throw BrokenChainException", what)
        .isInstanceOf(BrokenChainException.class);
    BrokenChainException broken = (BrokenChainException) thrown;
    assertThat(broken.fault()).as("%s: the fault", what).isEqualTo(fault);
    assertThat(broken.line())
        .as("%s: the line after line %d", what, before.line())
        .isEqualTo(before.line() + 1);
  }

  @ParameterizedTest(name = "the record \"{0}\"", quoteTextArguments = false)
  @ValueSource(strings = {"{}", "{\"line\":1}", "", "a longer record, with \\u00fc"})
  @DisplayName("hash: the SHA-256 of 32 bytes and the record")
  void hashesPreviousAndRecord(String record) {
    for (String previous : List.of(AuditHead.START.hash(), OTHER_HASH, "0a".repeat(32))) {
      assertThat(AuditChain.hash(previous, ascii(record)))
          .as("the hash of the record '%s' after %s", record, previous)
          .isEqualTo(sha256(HexFormat.of().parseHex(previous), ascii(record)));
    }
  }

  @Test
  @DisplayName("follow: a chain is followed from its start, line by line")
  void followsAChain() {
    List<String> lines = chain(12);
    AuditHead head = AuditHead.START;
    for (int i = 0; i < lines.size(); i++) {
      head = AuditChain.follow(head, ascii(lines.get(i)));

      assertThat(head)
          .as("the head after line %d; it counts the bytes with the line ends", i + 1)
          .isEqualTo(headOf(lines.subList(0, i + 1)));
    }
  }

  @ParameterizedTest(name = "\"{0}\"", quoteTextArguments = false)
  @ValueSource(strings = {"", "x", "{}", "{\"line\":5}", "CUT", "BLANK", "NUMBER", "SHORT"})
  @DisplayName("follow: what is no line is MALFORMED")
  void namesWhatIsNoLine(String kind) {
    List<String> lines = chain(5);
    String good = lines.get(4);
    String bad =
        switch (kind) {
          case "CUT" -> good.substring(0, good.length() - 1);
          case "BLANK" -> good + " ";
          case "NUMBER" -> good.replace("\"line\":5", "\"line\":five");
          case "SHORT" -> good.substring(0, good.length() - 3) + "\"}";
          default -> kind;
        };

    assertBroken(
        "'%s' as line 5".formatted(bad), Fault.MALFORMED, headOf(lines.subList(0, 4)), bad);
  }

  @Test
  @DisplayName("follow: a line that is not what its own hash says is CHANGED")
  void namesAChangedLine() {
    List<String> lines = chain(5);
    AuditHead before = headOf(lines.subList(0, 4));
    String good = lines.get(4);

    assertBroken("another actor", Fault.CHANGED, before, good.replace("plugin-5", "plugin-6"));
    assertBroken("another time", Fault.CHANGED, before, good.replace("2026", "2027"));
    assertBroken("another number", Fault.CHANGED, before, good.replace(":5,", ":6,"));
    assertBroken("another hash", Fault.CHANGED, before, good.replace(hashOf(good), OTHER_HASH));
    assertBroken(
        "another previous hash", Fault.CHANGED, before, good.replace(before.hash(), OTHER_HASH));
  }

  @Test
  @DisplayName("follow: a line that was changed and moved is CHANGED first")
  void asksForTheHashFirst() {
    List<String> lines = chain(5);
    String changed = lines.get(4).replace("plugin-5", "plugin-6");

    assertBroken(
        "line 5, changed, after line 2", Fault.CHANGED, headOf(lines.subList(0, 2)), changed);
  }

  @Test
  @DisplayName("follow: a whole line in the wrong place is MISPLACED")
  void namesAMisplacedLine() {
    List<String> lines = chain(6);
    AuditHead before = headOf(lines.subList(0, 4));

    assertBroken("line 6 after line 4 (5 was removed)", Fault.MISPLACED, before, lines.get(5));
    assertBroken("line 4 a second time", Fault.MISPLACED, before, lines.get(3));
    assertBroken("line 1 after line 4", Fault.MISPLACED, before, lines.getFirst());
    assertBroken(
        "line 2 at the beginning (1 was removed)", Fault.MISPLACED, AuditHead.START, lines.get(1));
  }

  @Test
  @DisplayName("follow: the right number alone, or the right hash alone, is not enough")
  void wantsNumberAndHash() {
    AuditHead before = headOf(chain(4));

    assertBroken("line 5 of another log", Fault.MISPLACED, before, line(5, "plugin-5", OTHER_HASH));
    assertBroken(
        "the right previous hash, but number 7",
        Fault.MISPLACED,
        before,
        line(7, "plugin-5", before.hash()));
    assertBroken(
        "the right previous hash, but number 4",
        Fault.MISPLACED,
        before,
        line(4, "plugin-5", before.hash()));
  }
}
