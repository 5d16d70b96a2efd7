package check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CappedOutputTest {
  private static final int LIMIT = 2_000;

  private static CappedOutput read(String text) throws InterruptedException {
    CappedOutput output = new CappedOutput(LIMIT);
    output.pump(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII))).join();
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
  void keepsAllUpToTheLimit(int length) throws InterruptedException {
    assertThat(read(numbers(length)).text()).isEqualTo(numbers(length));
  }

  @ParameterizedTest
  @ValueSource(ints = {2_001, 2_500, 16_384, 16_385, 33_000, 100_000})
  void keepsStartAndEndOfMore(int length) throws InterruptedException {
    String all = numbers(length);

    String text = read(all).text();

    assertThat(text)
        .startsWith(all.substring(0, LIMIT / 2) + "\n[...")
        .endsWith("...]\n" + all.substring(length - LIMIT / 2))
        .contains("%,d bytes left out".formatted(length - LIMIT));
  }
}
