package gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gateway.steps.BucketGate;
import gateway.steps.LogFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import security.CallRate;

class StepsTest {
  @Test
  void eachSubjectHasABucketOfItsOwn() {
    AtomicLong nanos = new AtomicLong();
    Gate gate = new BucketGate(new CallRate(2), nanos::get);

    assertThat(List.of(passes(gate, "ada"), passes(gate, "ada"), passes(gate, "ada")))
        .containsExactly(true, true, false);
    assertThat(passes(gate, "grace")).isTrue();
    nanos.addAndGet(Duration.ofMillis(500).toNanos());
    assertThat(List.of(passes(gate, "ada"), passes(gate, "ada"))).containsExactly(true, false);
  }

  private static boolean passes(Gate gate, String subject) {
    return gate.check(new RequestHead("GET", "/", Map.of(Verdict.SUBJECT, subject)))
        instanceof Verdict.Pass;
  }

  @Test
  void aLineFeedInAPathMakesNoSecondLine(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("log");

    new LogFile(file)
        .report(
            List.of(
                new Passage(
                    Instant.EPOCH, "GET", "/a\n{\"x\":1}", 200, "", Duration.ofNanos(1_500_000))));

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            {"at":"1970-01-01T00:00:00Z","method":"GET","path":"/a\\n{\\"x\\":1}",\
            "status":200,"subject":"","took_ms":1.5}
            """);
  }

  @Test
  void aFactIsAHeaderOfTheGatewaysOwn() {
    assertThatThrownBy(() -> new Verdict.Pass(Map.of("authorization", "x")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Verdict.Pass(Map.of(Verdict.SUBJECT, "a\r\nb: c")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Verdict.Refusal(200, Map.of(), ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
