package pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  @Test
  void cellsAreEscaped() {
    Table table = new Table("a & b", List.of("field"), List.of(List.of("<b>")));
    assertThat(table.html())
        .contains(">a &amp; b</caption>", "&lt;b&gt;</td>")
        .doesNotContain("<b>");
  }

  @Test
  void aLongWordMayBeBrokenAndAShortOneMayNot() {
    String path = "/tmp/plugin-dir42/plugin4711&1";
    Table table = new Table("", List.of("a"), List.of(List.of("a short one"), List.of(path)));
    assertThat(table.html())
        .contains(">a short one</td>", ">/tmp/plugin-dir42/pl<wbr>ugin4711&amp;1</td>");
  }

  @Test
  void aRowThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Table("", List.of("one"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 cells in a table of 1 columns");
  }
}
