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
        .contains("because=the [first] field");
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
        .containsExactly("found=nothing was thrown");
    assertThat(facts(() -> assertThat((Object) null).isNotNull()))
        .containsExactly("found=null: nothing was thrown or returned");
  }

  @Test
  void readsWrongKindOfException() {
    assertThat(
            facts(() -> assertThatThrownBy(() -> Integer.parseInt("x")).isInstanceOf(Error.class)))
        .containsExactly(
            "expected=java.lang.Error",
            "but was=java.lang.NumberFormatException: For input string: \"x\"");
  }

  @Test
  void readsExceptionThatWasNotWanted() {
    assertThat(facts(() -> assertThatCode(() -> Integer.parseInt("x")).doesNotThrowAnyException()))
        .first()
        .isEqualTo("expected=no exception");
  }

  @Test
  void readsListsInOrder() {
    assertThat(facts(() -> assertThat(List.of("a", "b")).containsExactly("a", "c")))
        .containsExactly(
            "expected=[\"a\", \"c\"]",
            "but was=[\"a\", \"b\"]",
            "missing=[\"c\"]",
            "too many=[\"b\"]");
  }

  @Test
  void readsSentenceAfterDescriptionWithBracketsAndLines() {
    assertThat(facts(() -> assertThat(List.of("a")).as("left [x] of\n[y]").isEmpty()))
        .containsExactly("because=left [x] of; [y]", "expected=empty", "but was=[\"a\"]");
  }

  @Test
  void showsControlCharactersAndEmptyTexts() {
    assertThat(facts(() -> assertThat("a\r").isEqualTo("")))
        .containsExactly("expected=\"\"", "but was=\"a\\r\"");
    assertThat(facts(() -> assertThat(List.of("a\u0007\r")).isEqualTo(List.of())))
        .contains("but was=[\"a\\u0007\\r\"]");
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
