package check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CappedOutputTest {
  private static final int LIMIT = 2_000;
  private static final int CHUNK = 16 * 1024;

  private static CappedOutput read(String text) {
    CappedOutput output = new CappedOutput(LIMIT);
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int start = 0; start < bytes.length; start += CHUNK) {
      output.add(bytes, start, Math.min(bytes.length, start + CHUNK));
    }
    return output;
  }

  private static String numbers(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(i).append('\n');
    }
    return text.substring(0, length);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 1_999, 2_000})
  void keepsAllUpToTheLimit(int length) {
    assertThat(read(numbers(length)).text()).isEqualTo(numbers(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {2_001, 2_500, 16_384, 16_385, 33_000, 100_000})
  void keepsStartAndEndOfMore(int length) {
    String all = numbers(length);

    String text = read(all).text();

    assertThat(text)
        .startsWith(all.substring(0, LIMIT / 2) + "\n[...")
        .endsWith("...]\n" + all.substring(length - LIMIT / 2))
        .contains("%,d bytes left out".formatted(length - LIMIT));
    assertThat(read(all).lines()).isEqualTo(all.chars().filter(c -> c == '\n').count());
  }
}
