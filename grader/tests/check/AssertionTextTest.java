package check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// The messages of the assertion library that is really used, as facts.
class AssertionTextTest {
  private static List<String> facts(ThrowingCallable assertion) {
    return AssertionText.facts(String.valueOf(catchThrowable(assertion).getMessage())).stream()
        .map(fact -> fact.label() + "=" + fact.value())
        .toList();
  }

  @Test
  void readsExpectedAndFound() {
    assertThat(facts(() -> assertThat("a").isEqualTo("b")))
        .containsExactly("expected=\"b\"", "but was=\"a\"");
  }

  @Test
  void readsDescription() {
    assertThat(facts(() -> assertThat(1).as("the [first] field").isEqualTo(2)))
        .contains("expected=2", "but was=1")
        .anyMatch(fact -> fact.startsWith("because=the [first"));
  }

  @Test
  void joinsValuesOfSeveralLines() {
    assertThat(facts(() -> assertThat("a\nb").isEqualTo("a\nc")))
        .containsExactly("expected=\"a\\nc\"", "but was=\"a\\nb\"");
  }

  @Test
  void readsLabelsOnLinesOfTheirOwn() {
    assertThat(facts(() -> assertThat("field 4").contains("field 5")))
        .containsExactly("actual=\"field 4\"", "to contain=\"field 5\"");
  }

  @Test
  void keepsSentencesWithoutLabels() {
    assertThat(facts(() -> assertThatThrownBy(() -> {})))
        .containsExactly("found=Expecting code to raise a throwable.");
  }

  @Test
  void joinsLinesOfProse() {
    assertThat(AssertionText.facts("one rule\nHost.java:9 breaks it"))
        .singleElement()
        .isEqualTo(new Fact("found", "one rule; Host.java:9 breaks it"));
  }

  @Test
  void leavesOutStackTraces() {
    assertThat(
            facts(
                () -> assertThatCode(() -> Integer.parseInt("x")).isInstanceOf(LinkageError.class)))
        .noneMatch(fact -> fact.contains("\tat ") || fact.contains("NumberFormatException.java"))
        .hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void tellsTheFirstOfSeveralFailures() {
    SoftAssertions softly = new SoftAssertions();
    softly.assertThat(1).isEqualTo(2);
    softly.assertThat(3).isEqualTo(4);

    assertThat(facts(softly::assertAll)).containsExactly("expected=2", "but was=1");
  }
}
