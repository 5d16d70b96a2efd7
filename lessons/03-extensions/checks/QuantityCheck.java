import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import extensions.ConfigException;
import extensions.NearestKey;
import extensions.PluginConfig;
import extensions.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people write in a configuration, and what they get told about it.
@Tag("3.5")
@DisplayName("3.5 Quantity.parse and NearestKey.of")
class QuantityCheck {
  private static final Map<String, Long> UNITS = Map.of("B", 1L, "KB", 1_000L, "KiB", 1_024L);

  @ParameterizedTest(name = "{0} is {1}", quoteTextArguments = false)
  @CsvSource({
    "1B, 1",
    "0B, 0",
    "12KB, 12000",
    "3KiB, 3072",
    "007B, 7",
    "9223372036854775807B, 9223372036854775807",
    "9223372036854775KB, 9223372036854775000",
    "0000000000000000000000000000000000009KB, 9000",
  })
  @DisplayName("reads a number with a unit")
  void readsANumberWithAUnit(String text, long expected) {
    assertThat(Quantity.parse(text, UNITS))
        .as("%s with B = 1, KB = 1000, KiB = 1024", text)
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("takes its units from the map")
  void takesItsUnitsFromTheMap() {
    assertThat(Quantity.parse("5dozen", Map.of("dozen", 12L)))
        .as("5dozen, where a dozen is 12")
        .isEqualTo(60);
    assertThatThrownBy(
            () -> Quantity.parse("5KB", Map.of("dozen", 12L)),
            "5KB, where there are dozens alone: KB is no unit")
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("KB is no unit");
  }

  @ParameterizedTest(name = "\"{0}\": {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "''|no number in front",
        "KB|no number in front",
        "-1KB|no number in front",
        "+1KB|no number in front",
        " 1KB|no number in front",
        ".5KB|no number in front",
        "٣KB|no number in front",
        "100|no unit after 100",
        "0|no unit after 0",
        "1kb|kb is no unit",
        "1K|K is no unit",
        "1 KB| KB is no unit",
        "1KB |KB  is no unit",
        "1.5KB|.5KB is no unit",
        "1KB2B|KB2B is no unit",
        "1٣KB|٣KB is no unit",
        "9223372036854776KB|too large",
        "9223372036854775808B|too large",
        "18446744073709551617B|too large",
        "99999999999999999999999999KB|too large",
        "18446744073709552KB|too large",
      })
  @DisplayName("refuses all else, and says why")
  void refusesAllElse(String text, String message) {
    assertThatThrownBy(() -> Quantity.parse(text, UNITS), "\"%s\" is refused: %s", text, message)
        .isInstanceOf(IllegalArgumentException.class)
        .as("the message for \"%s\"", text)
        .hasMessage(message);
  }

  @ParameterizedTest(name = "{0}: did you mean {1}?", quoteTextArguments = false)
  @CsvSource({
    "precison, precision",
    "precisoin, precision",
    "pprecision, precision",
    "timeuot, timeout",
    "imeot, timeout",
    "kinds, kind",
    "king, kind",
    "Timeout, timeout",
    "PRECISION, precision",
    "KINDS, kind",
    "timeout, timeout",
  })
  @DisplayName("finds the key that was meant")
  void findsTheKeyThatWasMeant(String key, String meant) {
    assertThat(NearestKey.of(key, List.of("timeout", "kind", "precision")))
        .as("the nearest to %s of timeout, kind, precision", key)
        .contains(meant);
  }

  @ParameterizedTest(name = "{0} is near nothing", quoteTextArguments = false)
  @CsvSource({"prec", "tim", "colour", "kxxd", "timxxxt", "x"})
  @DisplayName("says nothing where nothing is near")
  void saysNothingWhereNothingIsNear(String key) {
    assertThat(NearestKey.of(key, List.of("timeout", "kind", "precision")))
        .as("more than a third of %s would have to change: nothing is near", key)
        .isEmpty();
  }

  @Test
  @DisplayName("one letter may always be wrong")
  void oneLetterMayAlwaysBeWrong() {
    assertThat(NearestKey.of("ib", List.of("id"))).as("ib for id").contains("id");
    assertThat(NearestKey.of("a", List.of("b"))).as("a for b").contains("b");
    assertThat(NearestKey.of("", List.of("b"))).as("nothing for b").contains("b");
    assertThat(NearestKey.of("xy", List.of("ab"))).as("xy for ab: two are wrong").isEmpty();
  }

  @Test
  @DisplayName("of two at the same distance it is the first in alphabetical order")
  void takesTheFirstInAlphabeticalOrder() {
    for (List<String> known :
        List.of(List.of("sort", "fort", "zort"), List.of("zort", "sort", "fort"))) {
      assertThat(NearestKey.of("port", known))
          .as("port is as near to each of %s: the first in alphabetical order", known)
          .contains("fort");
    }
  }

  @Test
  @DisplayName("the nearest wins, and not the first that is near enough")
  void theNearestWins() {
    assertThat(NearestKey.of("allowed_host", List.of("allowed_ghosts", "allowed_hosts")))
        .as("allowed_host: one letter to allowed_hosts, two to allowed_ghosts")
        .contains("allowed_hosts");
  }

  @Test
  @DisplayName("answers with the key as it is spelled")
  void answersWithTheKeyAsItIsSpelled() {
    assertThat(NearestKey.of("mb", List.of("KB", "MB"))).as("mb of KB and MB").contains("MB");
    assertThat(NearestKey.of("x", List.of())).as("no keys at all").isEmpty();
  }

  @Test
  @DisplayName("agrees with the rule on any number")
  void agreesWithTheRule() {
    long seed = 35;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      long number = random.nextLong(0, Long.MAX_VALUE / 1_024) >>> random.nextInt(50);

      assertThat(Quantity.parse(number + "KiB", UNITS))
          .as("%dKiB (seed %d, round %d)", number, seed, round)
          .isEqualTo(number * 1_024);
    }
  }

  @Test
  @DisplayName("an author is told all at once, with what was meant")
  void anAuthorIsToldAllAtOnce(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("plugin-config.yaml"),
            """
            plugins:
              calculator:
                command: [calculator]
                precison: 10
              file-ops:
                directory: files
                max_file_size: 100mb
                allowed_paths: []
            """);

    assertThatThrownBy(() -> PluginConfig.load(file), "a file with two mistakes is refused")
        .isInstanceOf(ConfigException.class)
        .as("the message of a file with precison: and 100mb")
        .hasMessageContaining("line 4, column 5: plugins.calculator.precison")
        .hasMessageContaining("did you mean: precision")
        .hasMessageContaining("\"100mb\": mb is no unit")
        .hasMessageContaining("did you mean: 100MB");
  }
}
