import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import basics.HandshakeException;
import basics.HandshakeLine;
import basics.Network;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of the handshake line, one after the other as they stand at `HandshakeLine.parse`.
@Tag("1.4")
@DisplayName("1.4 HandshakeLine.parse")
class HandshakeLineCheck {
  /// 60 characters of base64: long enough to be taken for a certificate.
  private static final String CERTIFICATE = "MIIB".repeat(15);

  @Test
  @DisplayName("reads all seven fields")
  void readsSevenFields() {
    String line = "1|3|unix|/tmp/plugin123|grpc|" + CERTIFICATE + "|true";

    assertFields(
        line, new HandshakeLine(1, 3, Network.UNIX, "/tmp/plugin123", "grpc", CERTIFICATE, "true"));
  }

  @Test
  @DisplayName("reads six fields, the line that Go plugins print")
  void readsSixFields() {
    assertFields(
        "1|1|unix|/tmp/plugin123|grpc|",
        new HandshakeLine(1, 1, Network.UNIX, "/tmp/plugin123", "grpc", "", ""));
  }

  @Test
  @DisplayName("reads five fields: no certificate")
  void readsFiveFields() {
    assertFields(
        "1|2|tcp|127.0.0.1:1234|grpc",
        new HandshakeLine(1, 2, Network.TCP, "127.0.0.1:1234", "grpc", "", ""));
  }

  @Test
  @DisplayName("reads four fields: the protocol is netrpc then")
  void readsFourFields() {
    assertFields("1|1|tcp|:1234", new HandshakeLine(1, 1, Network.TCP, ":1234", "netrpc", "", ""));
    assertThat(HandshakeLine.parse("1|1|tcp|:1234|netrpc|").protocol())
        .as("netrpc may be written out, too")
        .isEqualTo("netrpc");
  }

  @ParameterizedTest(name = "does not mind what stands around the line: {0}")
  @CsvSource({"LF, '', '\n'", "CRLF, '', '\r\n'", "blanks, '  ', '  '", "tabs, '\t', '\t\n'"})
  void ignoresBlanksAround(String name, String before, String after) {
    String line = before + "1|1|unix|/tmp/plugin123|grpc||true" + after;

    assertThat(name).isNotEmpty();
    assertFields(line, new HandshakeLine(1, 1, Network.UNIX, "/tmp/plugin123", "grpc", "", "true"));
  }

  @Test
  @DisplayName("keeps blanks inside an address")
  void keepsBlanksInsideAnAddress() {
    assertThat(HandshakeLine.parse("1|1|unix|/tmp/my plugins/p1|grpc|").address())
        .as("field 4 is taken as it is: a folder's name may have blanks")
        .isEqualTo("/tmp/my plugins/p1");
  }

  @Test
  @DisplayName("ignores an eighth field and all after it")
  void ignoresTheEighthField() {
    assertThat(HandshakeLine.parse("1|1|unix|/tmp/p|grpc||true|new|newer").multiplexing())
        .as("field 7 ends at the next `|`; newer plugins may add fields")
        .isEqualTo("true");
  }

  @ParameterizedTest(name = "takes field 7 as it is: {0}")
  @ValueSource(strings = {"true", "false", "maybe"})
  void takesMultiplexingAsItIs(String text) {
    assertThat(HandshakeLine.parse("1|1|unix|/tmp/p|grpc||" + text).multiplexing())
        .as("who asked for multiplexing reads field 7, not parse")
        .isEqualTo(text);
  }

  @ParameterizedTest(name = "rejects a line with fewer than 4 fields: {0}")
  @ValueSource(strings = {"1|1|unix", "hello from a plugin", "1", "|", "", "  \r\n"})
  void rejectsTooFewFields(String line) {
    HandshakeException rejection = rejection(line, "at least 4 fields");

    assertThat(rejection.field())
        .as("the line as a whole is bad: use HandshakeException.inLine (field 0)")
        .isZero();
    assertThat(rejection.getMessage())
        .as("the message quotes the line that was found")
        .contains(line.strip());
  }

  @ParameterizedTest(name = "rejects field 1 (core version) {0}")
  @ValueSource(strings = {"2", "0", "x", "", "1.0", "one", "99999999999999"})
  void rejectsCoreVersion(String core) {
    assertRejectedField(core + "|1|unix|/tmp/p|grpc|", 1, "core version", core);
  }

  @ParameterizedTest(name = "rejects field 2 (app version) {0}")
  @ValueSource(strings = {"x", "", "1.5", " 1", "0x1", "99999999999999"})
  void rejectsAppVersion(String app) {
    assertRejectedField("1|" + app + "|unix|/tmp/p|grpc|", 2, "app version", app);
  }

  @ParameterizedTest(name = "rejects field 3 (network) {0}")
  @ValueSource(strings = {"udp", "", "UNIX", "unixgram", "tcp4"})
  void rejectsNetwork(String network) {
    assertRejectedField("1|1|" + network + "|/tmp/p|grpc|", 3, "network", network);
  }

  @ParameterizedTest(name = "rejects an empty field 4 (address): {0}")
  @ValueSource(strings = {"1|1|unix||grpc|", "1|1|tcp|", "1|1|unix|||||"})
  void rejectsEmptyAddress(String line) {
    assertRejectedField(line, 4, "address", "");
  }

  @ParameterizedTest(name = "rejects field 5 (protocol) {0}")
  @ValueSource(strings = {"http", "", "GRPC", "grpc ", "grpcs"})
  void rejectsProtocol(String protocol) {
    assertRejectedField("1|1|unix|/tmp/p|" + protocol + "|", 5, "protocol", protocol);
  }

  @Test
  @DisplayName("rejects an empty field 5 at the end of the line")
  void rejectsEmptyProtocolAtTheEnd() {
    assertRejectedField("1|1|unix|/tmp/p|", 5, "protocol", "");
  }

  @ParameterizedTest(name = "ignores a certificate of {0} characters")
  @ValueSource(ints = {1, 40, 50})
  void ignoresShortCertificates(int length) {
    String line = "1|1|unix|/tmp/p|grpc|" + "!".repeat(length);

    assertThat(HandshakeLine.parse(line).certificate())
        .as("50 characters or fewer in field 6 are no certificate: read them as empty")
        .isEmpty();
  }

  @ParameterizedTest(name = "takes a certificate of {0} characters")
  @ValueSource(ints = {51, 60, 792, 4_000})
  void takesLongCertificates(int length) {
    String certificate = "A".repeat(length);

    assertThat(HandshakeLine.parse("1|1|unix|/tmp/p|grpc|" + certificate).certificate())
        .as("field 6 with more than 50 characters of base64 is the certificate")
        .isEqualTo(certificate);
  }

  @ParameterizedTest(name = "rejects a certificate that is no base64: {0}")
  @CsvSource({
    "a character outside the alphabet, !",
    "the URL alphabet's minus, -",
    "the URL alphabet's underscore, _",
    "a blank, ' '",
    "one character too many, A",
    "padding with one =, AAA=",
    "padding with two ==, AA==",
  })
  void rejectsBadCertificates(String name, String end) {
    String certificate = CERTIFICATE + end;

    assertThat(name).isNotEmpty();
    assertRejectedField(
        "1|1|unix|/tmp/p|grpc|" + certificate + "|true", 6, "certificate", certificate);
  }

  @Test
  @DisplayName("names the first field that is wrong")
  void namesTheFirstFieldThatIsWrong() {
    assertRejectedField("2|x|udp||http|", 1, "core version", "2");
    assertRejectedField("1|x|udp||http|", 2, "app version", "x");
    assertRejectedField("1|1|udp||http|", 3, "network", "udp");
    assertRejectedField("1|1|unix||http|", 4, "address", "");
  }

  @Test
  @DisplayName("reads back what format writes")
  void readsBackWhatFormatWrites() {
    Random random = new Random(14);
    for (int round = 0; round < 200; round++) {
      HandshakeLine line = randomLine(random);

      assertFields(line.format() + (random.nextBoolean() ? "\n" : ""), line);
    }
  }

  private static HandshakeLine randomLine(Random random) {
    byte[] der = new byte[random.nextBoolean() ? 0 : random.nextInt(39, 60)];
    random.nextBytes(der);
    boolean tcp = random.nextBoolean();
    return new HandshakeLine(
        1,
        random.nextInt(0, 1_000_000),
        tcp ? Network.TCP : Network.UNIX,
        tcp ? "127.0.0.1:" + random.nextInt(65_536) : "/tmp/plugin" + random.nextLong(),
        random.nextBoolean() ? "grpc" : "netrpc",
        Base64.getEncoder().withoutPadding().encodeToString(der),
        random.nextBoolean() ? "" : String.valueOf(random.nextBoolean()));
  }

  /// One assertion per field, so that a failure names the field and shows two short values.
  private static void assertFields(String line, HandshakeLine expected) {
    HandshakeLine read = HandshakeLine.parse(line);
    assertField(line, 1, "core version", read.coreVersion(), expected.coreVersion());
    assertField(line, 2, "app version", read.appVersion(), expected.appVersion());
    assertField(line, 3, "network", read.network(), expected.network());
    assertField(line, 4, "address", read.address(), expected.address());
    assertField(line, 5, "protocol", read.protocol(), expected.protocol());
    assertField(line, 6, "certificate", read.certificate(), expected.certificate());
    assertField(line, 7, "multiplexing", read.multiplexing(), expected.multiplexing());
  }

  private static void assertField(
      String line, int field, String name, Object found, Object expected) {
    assertThat(found).as("field %d, %s, of %s", field, name, quoted(line)).isEqualTo(expected);
  }

  /// The line in quotes, shortened in its middle, with line ends and tabs made visible.
  private static String quoted(String line) {
    String shown = line.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t");
    int end = shown.length();
    return shown.length() <= 100
        ? '"' + shown + '"'
        : '"' + shown.substring(0, 60) + "..." + shown.substring(end - 30) + '"';
  }

  private static HandshakeException rejection(String line, String rule) {
    Throwable thrown = catchThrowable(() -> HandshakeLine.parse(line));
    assertThat(thrown)
        .as("parse(\"%s\") breaks the rule \"%s\": throw a HandshakeException", line, rule)
        .isInstanceOf(HandshakeException.class);
    return (HandshakeException) thrown;
  }

  private static void assertRejectedField(String line, int field, String name, String found) {
    assertThatThrownBy(
            () -> HandshakeLine.parse(line),
            "parse(\"%s\") must reject field %d (%s): throw HandshakeException.inField(%d, ...)",
            line,
            field,
            name,
            field)
        .isInstanceOf(HandshakeException.class);
    HandshakeException rejection = rejection(line, name);

    assertThat(rejection.field())
        .as("the number of the first bad field in \"%s\"", line)
        .isEqualTo(field);
    assertThat(rejection.getMessage())
        .as("the message names the field as the rules at parse do, and quotes what was found")
        .contains("(" + name + ")")
        .contains("\"" + found);
  }
}
