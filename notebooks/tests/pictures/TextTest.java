package pictures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void linesBreakBetweenWords() {
    assertThat(Text.wrap("one two  three four", 9)).containsExactly("one two", "three", "four");
  }

  @Test
  void aWordThatIsTooLongBreaksInside() {
    assertThat(Text.wrap("see /tmp/plugin12345", 8)).containsExactly("see", "/tmp/plu", "gin12345");
  }

  @Test
  void wideCharactersCountTwice() {
    assertThat(Text.wrap("漢漢漢", 4)).containsExactly("漢漢", "漢");
    assertThat(Text.width("漢", 10)).isEqualTo(Text.width("ab", 10));
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    assertThat(Text.wrap("  ", 10)).containsExactly("");
  }

  @Test
  void theMiddleOfALongTextGoes() {
    assertThat(Text.shorten("abcdefghij", 5)).isEqualTo("ab…ij");
    assertThat(Text.shorten("abcde", 5)).isEqualTo("abcde");
  }

  @Test
  void whatXmlCannotHoldBecomesASign() {
    assertThat(Text.escape("a<b>&\"\u001b\uD800")).isEqualTo("a&lt;b&gt;&amp;&quot;\uFFFD\uFFFD");
  }
}
