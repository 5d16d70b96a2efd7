package conformance;

import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import basics.MagicCookie;
import faultlab.FaultyPlugin;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.event.Level;

/// The kit fails each fault of the lab that a plugin's outside shows, in the right words.
class FaultyPluginsTest {
  private static final Map<Row, Future<List<Examination.Result>>> EXAMINED = new HashMap<>();
  private static ExecutorService pool;

  /// @param only the checks that are made
  /// @param check the one that must notice
  /// @param words what its evidence must hold, between semicolons
  record Row(String fault, String only, String check, Verdict verdict, String words) {
    static Row of(String text) {
      String[] cells = text.strip().split(" *\\| *", -1);
      return new Row(cells[0], cells[1], cells[2], Verdict.valueOf(cells[3]), cells[4]);
    }
  }

  static List<Row> rows() {
    return """
    ignores-cookie      | cookie-missing    | cookie-missing  | FAIL | as if a host had started it
    exits-at-once       | line              | line            | FAIL | exit code 3; stderr: nothing
    crashes-at-start    | line              | line            | FAIL | exit code 1; calculator.conf
    killed-at-start     | line              | line            | FAIL | SIGKILL
    silent              | line              | line            | FAIL | no whole line; stdout: nothing
    half-line           | line              | line            | FAIL | no whole line; stdout: 1
    closes-stdout       | line              | line            | FAIL | no whole line; stdout: nothing
    prints-before-line  | line              | line            | FAIL | Calculator 1.0 starts
    blank-first-line    | line              | line            | FAIL | no handshake line
    garbage-line        | line              | line            | FAIL | no handshake line; ELF
    long-line           | line              | line            | FAIL | 70,020 characters
    too-few-fields      | line              | line            | FAIL | no handshake line
    too-many-fields     | line              | line-fields     | FAIL | 9 fields
    core-version        | line              | line-core       | FAIL | found "2", expected "1"
    word-version        | line              | line-app        | FAIL | found "one"
    app-version         | version           | version-no-match | PASS | chose 99
    no-protocol         | line              | line-protocol   | FAIL | found "", expected "grpc"
    netrpc              | line              | line-protocol   | FAIL | found "netrpc"
    unknown-network     | line              | line-network    | FAIL | found "udp"
    long-path           | line              | line-address    | FAIL | too long
    no-socket           | line              | line-address    | FAIL | No such file
    dead-socket         | line              | line-address    | FAIL | refused
    file-for-socket     | line              | line-address    | FAIL | refused
    not-grpc            | health            | health          | FAIL | INTERNAL
    mute-socket         | health            | health          | FAIL | no answer in time
    no-health           | health            | health          | FAIL | UNIMPLEMENTED
    not-serving         | health            | health          | FAIL | NOT_SERVING
    no-stdio            | stdio             | stdio           | FAIL | UNIMPLEMENTED
    no-broker           | broker            | broker          | NOTE | UNIMPLEMENTED
    no-controller       | shutdown          | shutdown        | FAIL | still there; UNIMPLEMENTED
    floods-stdout       | line,stdout       | stdout-quiet    | FAIL | more characters
    talks-on-stdout     | line,stdout       | stdout-quiet    | FAIL | more characters
    ignores-shutdown    | shutdown          | shutdown        | FAIL | still there; OK
    hangs-in-shutdown   | shutdown          | shutdown        | FAIL | still there; no answer in time
    ignores-sigterm     | sigterm           | sigterm         | FAIL | runs on
    exit-code           | shutdown          | shutdown-code   | FAIL | exit code 7
    leaves-socket       | shutdown,socket   | socket-removed  | FAIL | left behind
    no-certificate      | tls               | tls-certificate | FAIL | empty
    cut-certificate     | tls               | tls-certificate | FAIL | no valid certificate
    padded-certificate  | tls               | tls-certificate | FAIL | padded
    expired-certificate | tls               | tls-certificate | FAIL | NotAfter
    other-key           | tls               | tls-accepts     | FAIL | its own host
    plaintext           | tls               | tls-plaintext   | FAIL | plaintext is let in
    any-client          | tls               | tls-anonymous   | FAIL | no certificate is let in
    mux-refused         | mux               | mux-field       | PASS | false
    mux-missing         | mux               | mux-field       | SKIP | no field 7
    mux-word            | mux               | mux-field       | FAIL | "maybe"
    mux-lie             | mux               | mux-yamux       | FAIL | does not multiplex
    """
        .lines()
        .map(Row::of)
        .toList();
  }

  @BeforeAll
  static void examineAll() {
    Logging.to("System.err", Level.ERROR, "%message%n");
    pool = Executors.newFixedThreadPool(4);
    rows().forEach(row -> EXAMINED.put(row, pool.submit(() -> examine(row))));
  }

  private static List<Examination.Result> examine(Row row) throws InterruptedException {
    // Those that print no line cost the whole timeout.
    boolean printsNone = List.of("silent", "half-line", "closes-stdout").contains(row.fault());
    Subject subject =
        new Subject(
            FaultyPlugin.command(row.fault()),
            new MagicCookie("COURSE_PLUGIN", "calculator"),
            new TreeSet<>(),
            Duration.ofSeconds(printsNone ? 2 : row.fault().equals("mute-socket") ? 4 : 20));
    return Examination.of(subject, List.of(row.only().split(",")), result -> {});
  }

  @AfterAll
  static void leaveNothing() {
    pool.shutdownNow();
    Processes.assertNoneIsLeft();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theKitNoticesAFault(Row row) throws Exception {
    List<Examination.Result> results =
        Objects.requireNonNull(EXAMINED.get(row)).get(55, TimeUnit.SECONDS);

    Finding finding =
        results.stream()
            .filter(result -> result.check().name().equals(row.check()))
            .map(Examination.Result::finding)
            .findFirst()
            .orElseThrow();
    assertThat(finding.verdict()).as(finding.evidence()).isEqualTo(row.verdict());
    assertThat(finding.evidence()).contains(row.words().split("; "));
  }
}
