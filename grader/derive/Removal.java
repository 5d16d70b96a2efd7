package derive;

import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Takes members out of a text with their comments and leaves the blank lines tidy.
final class Removal {
  private Removal() {}

  static List<Edit> of(ParsedSource source, List<Tree> members) {
    List<Edit> ranges =
        members.stream()
            .map(member -> whole(source, member))
            .sorted(Comparator.comparingInt(Edit::start))
            .toList();
    return merged(source.text(), ranges).stream().map(range -> tidy(source.text(), range)).toList();
  }

  /// The member's lines, or only its own text if it shares a line with something else.
  private static Edit whole(ParsedSource source, Tree member) {
    String text = source.text();
    int start = source.start(member);
    int end = source.end(member);
    int nextLine = Lines.startOfNextLine(text, end);
    String rest = text.substring(end, nextLine).strip();
    boolean ownLines =
        Lines.isBlank(text, Lines.startOfLine(text, start), start)
            && (rest.isEmpty() || rest.startsWith("//"));
    return ownLines
        ? new Edit(Comments.startAbove(text, start), nextLine, "")
        : new Edit(start, end, "");
  }

  private static List<Edit> merged(String text, List<Edit> ranges) {
    List<Edit> merged = new ArrayList<>();
    for (Edit range : ranges) {
      if (!merged.isEmpty()
          && Lines.isBlank(text, /* start= */ merged.getLast().end(), /* end= */ range.start())) {
        range = new Edit(merged.removeLast().start(), range.end(), "");
      }
      merged.add(range);
    }
    return merged;
  }

  /// One blank line stays where there were two, and none at a brace.
  private static Edit tidy(String text, Edit range) {
    if (range.start() != Lines.startOfLine(text, range.start())
        || range.end() != Lines.startOfLine(text, range.end())) {
      return range;
    }
    int blankFrom = Lines.skipBlankLinesBack(text, range.start());
    int blankTo = Lines.skipBlankLines(text, range.end());
    boolean afterBrace = text.substring(0, blankFrom).stripTrailing().endsWith("{");
    boolean beforeBrace = blankTo < text.length() && text.startsWith("}", firstWord(text, blankTo));
    if (afterBrace && beforeBrace) {
      int brace = text.substring(0, blankFrom).stripTrailing().length();
      return new Edit(brace, firstWord(text, blankTo), "");
    }
    boolean blankBefore = blankFrom < range.start();
    boolean atEnd = beforeBrace || blankTo == text.length();
    return new Edit(
        atEnd ? blankFrom : range.start(),
        afterBrace || blankBefore || atEnd ? blankTo : range.end(),
        "");
  }

  private static int firstWord(String text, int lineStart) {
    int at = lineStart;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
