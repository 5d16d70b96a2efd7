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
  void aRowThatDoesNotFitIsRefused() {
    assertThatThrownBy(() -> new Table("", List.of("one"), List.of(List.of("1", "2"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 cells in a table of 1 columns");
  }
}
