package coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CoverageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path LISTS = ROOT.resolve("interop/coverage");

  private static List<Requirement> features = List.of();
  private static List<Requirement> cases = List.of();
  private static Map<String, List<TestMethod>> tests = Map.of();

  @BeforeAll
  static void read() throws IOException {
    features = Requirements.read(LISTS.resolve("features.txt"));
    cases = Requirements.read(LISTS.resolve("cases.txt"));
    tests = TaggedTests.below(ROOT);
  }

  @Test
  void allFeaturesAndCasesAreListed() {
    assertThat(features).extracting(Requirement::tag).containsExactlyElementsOf(tags("F", 40));
    assertThat(cases).extracting(Requirement::tag).containsExactlyElementsOf(tags("case-", 80));
  }

  private static List<String> tags(String prefix, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> prefix + number).toList();
  }

  @Test
  void eachFeatureAndCaseHasATest() {
    assertThat(features).extracting(Requirement::tag).allSatisfy(this::hasATest);
    assertThat(cases).extracting(Requirement::tag).allSatisfy(this::hasATest);
  }

  private void hasATest(String tag) {
    assertThat(tests.get(tag)).as("tests tagged %s", tag).isNotEmpty();
  }

  @Test
  void eachFeatureNamesClassesThatExist() {
    assertThat(features)
        .allSatisfy(
            feature -> {
              assertThat(feature.classes()).as(feature.tag()).isNotEmpty();
              for (String name : feature.classes()) {
                assertThat(exists(name)).as("%s: %s exists", feature.tag(), name).isTrue();
              }
            });
  }

  private static boolean exists(String className) {
    try {
      return Class.forName(className) != null;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void thePageIsWhatTheTestsSay() throws IOException {
    assertThat(Files.readString(ROOT.resolve("interop/COVERAGE.md")))
        .as("interop/COVERAGE.md is out of date: run make coverage")
        .isEqualTo(CoverageTable.of(ROOT));
  }

  @Test
  void noTagIsUnknown() {
    List<String> known =
        Stream.concat(features.stream(), cases.stream()).map(Requirement::tag).toList();

    assertThat(tests.keySet()).allSatisfy(tag -> assertThat(known).contains(tag));
  }
}
