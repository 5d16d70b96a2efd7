package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {
  /// The example of semver.org, section 11, with versions around it.
  private static final List<String> IN_ORDER =
      List.of(
          "0.0.1",
          "0.9.0",
          "1.0.0-1",
          "1.0.0-2",
          "1.0.0-10",
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "1.0.1",
          "1.2.0",
          "1.10.0",
          "9.0.0",
          "10.0.0");

  @Test
  void sortsByRank() {
    List<SemanticVersion> versions =
        new ArrayList<>(
            IN_ORDER.stream().map(text -> SemanticVersion.parse(text).orElseThrow()).toList());
    Collections.shuffle(versions, new Random(4));

    Collections.sort(versions);

    assertThat(versions).extracting(SemanticVersion::toString).isEqualTo(IN_ORDER);
  }

  @Test
  void leavesTheBuildOut() {
    assertThat(SemanticVersion.parse("1.2.3+linux.7"))
        .isEqualTo(SemanticVersion.parse("1.2.3"))
        .get()
        .hasToString("1.2.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.0",
        "1.0.0.0",
        "v1.0.0",
        "01.0.0",
        "1.0.0-",
        "1.0.0-01",
        "1.0.0-a..b",
        "1.0.-1",
        "1.0.9999999999",
        " 1.0.0",
        "1.0.0\n",
        "1.0.0-\u00e4",
        "1.0.0+",
        "\u0661.0.0"
      })
  void refusesWhatIsNone(String text) {
    assertThat(SemanticVersion.parse(text)).isEmpty();
  }
}
