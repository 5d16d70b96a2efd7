package pictures;

import java.util.List;

/// A table for a notebook, as HTML.
///
/// @param caption what it shows
/// @param header the columns' names
/// @param rows the cells' texts, row by row; each row is as long as the header
public record Table(String caption, List<String> header, List<List<String>> rows) {
  /// A longer word, such as a path, may be broken: else it makes the table wider than the page.
  private static final int LONGEST_WORD = 20;

  private static final String LEFT = " style=\"text-align: left; %s\"";
  private static final String CAPTION = LEFT.formatted("white-space: nowrap");
  private static final String HEAD = " scope=\"col\"" + LEFT.formatted("white-space: nowrap");
  private static final String CELL = LEFT.formatted("overflow-wrap: break-word");

  /// Makes sure that no row is too short or too long.
  public Table {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      if (row.size() != header.size()) {
        throw new IllegalArgumentException(
            "%d cells in a table of %d columns: %s".formatted(row.size(), header.size(), row));
      }
    }
  }

  /// The table as an HTML element.
  public String html() {
    StringBuilder html = new StringBuilder("<table>\n");
    append(html, "caption", CAPTION, caption);
    html.append("\n<thead>");
    appendRow(html, "th", HEAD, header);
    html.append("</thead>\n<tbody>\n");
    rows.forEach(row -> appendRow(html, "td", CELL, row));
    return html.append("</tbody>\n</table>\n").toString();
  }

  private static void appendRow(
      StringBuilder html, String element, String attributes, List<String> row) {
    html.append("<tr>");
    row.forEach(cell -> append(html, element, attributes, cell));
    html.append("</tr>\n");
  }

  private static void append(StringBuilder html, String element, String attributes, String text) {
    html.append("<%1$s%2$s>%3$s</%1$s>".formatted(element, attributes, breakable(text)));
  }

  /// The text with places at which a browser may break its long words if it has to.
  private static String breakable(String text) {
    StringBuilder html = new StringBuilder();
    int wordBegin = 0;
    int[] characters = text.codePoints().toArray();
    for (int i = 0; i < characters.length; i++) {
      if (Character.isWhitespace(characters[i])) {
        wordBegin = i + 1;
      } else if (i > wordBegin && (i - wordBegin) % LONGEST_WORD == 0) {
        html.append("<wbr>");
      }
      html.append(Text.escape(Character.toString(characters[i])));
    }
    return html.toString();
  }
}
