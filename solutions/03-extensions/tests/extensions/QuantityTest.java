package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sizes and times as people write them, and keys that they misspell.
class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "0B, 0",
    "1B, 1",
    "007KB, 7000",
    "100MB, 100000000",
    "64KiB, 65536",
    "2GiB, 2147483648",
    "9223372036GB, 9223372036000000000",
    "00000000000000000000000000000001B, 1"
  })
  void readsASize(String text, long bytes) {
    assertThat(Quantity.bytes(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({"30s, PT30S", "500ms, PT0.5S", "2m, PT2M", "1h, PT1H", "0s, PT0S"})
  void readsATime(String text, Duration duration) {
    assertThat(Quantity.duration(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|no number in front",
        "MB|no number in front",
        "-1MB|no number in front",
        "' 1MB'|no number in front",
        "٣MB|no number in front",
        "100|no unit after 100",
        "100mb|mb is no unit",
        "100 MB|' MB is no unit'",
        "1.5GB|.5GB is no unit",
        "1MB2KB|MB2KB is no unit",
        "9223372037GB|too large",
        "99999999999999999999999B|too large",
      })
  void refusesWhatIsNoSize(String text, String reason) {
    assertThatThrownBy(() -> Quantity.bytes(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource({"100mb, 100MB", "100 MB, 100MB", "5kib, 5KiB", "7MBs, 7MB"})
  void offersTheNearestSize(String text, String nearest) {
    assertThat(Quantity.nearest(text, Quantity.SIZES)).contains(nearest);
  }

  @ParameterizedTest
  @CsvSource({
    "precison, precision",
    "presicion, precision",
    "Timeout, timeout",
    "TIMEOUTS, timeout",
    "time_out, timeout"
  })
  void findsTheKeyThatWasMeant(String key, String meant) {
    assertThat(NearestKey.of(key, List.of("timeout", "precision", "kind"))).contains(meant);
  }

  @Test
  void findsNothingWhereNothingIsNear() {
    assertThat(NearestKey.of("prec", List.of("timeout", "precision"))).isEmpty();
    assertThat(NearestKey.of("", List.of("timeout", "precision"))).isEmpty();
    assertThat(NearestKey.of("x", List.of())).isEmpty();
  }

  @Test
  void takesTheFirstOfTwoThatAreAsNear() {
    assertThat(NearestKey.of("port", List.of("sort", "fort"))).contains("fort");
  }

  @Test
  void distanceIsAMetric() {
    long seed = 35;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      String a = word(random);
      String b = word(random);
      String c = word(random);
      int direct = NearestKey.distance(a, c);

      assertThat(direct)
          .as("from %s to %s (seed %d, round %d)", a, c, seed, round)
          .isEqualTo(NearestKey.distance(c, a))
          .isBetween(Math.abs(a.length() - c.length()), Math.max(a.length(), c.length()))
          .isLessThanOrEqualTo(NearestKey.distance(a, b) + NearestKey.distance(b, c));
      assertThat(direct == 0).isEqualTo(a.equals(c));
    }
  }

  private static String word(Random random) {
    return random
        .ints(random.nextInt(8), 'a', 'd')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
