package derive;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.SourcePositions;
import java.nio.file.Path;

/// One parsed Java file: its text, its tree, and where each part of the tree stands in the text.
///
/// Positions are character offsets into `text`. Not thread-safe.
public record ParsedSource(Path file, String text, CompilationUnitTree unit, DocTrees trees) {

  /// Returns the offset of the tree's first character; modifiers and annotations belong to it.
  public int start(Tree tree) {
    return Math.toIntExact(positions().getStartPosition(unit, tree));
  }

  /// Returns the offset after the tree's last character.
  public int end(Tree tree) {
    return Math.toIntExact(positions().getEndPosition(unit, tree));
  }

  /// Tells whether the tree stands in the text; the compiler also makes trees of its own.
  public boolean written(Tree tree) {
    return positions().getStartPosition(unit, tree) >= 0
        && positions().getEndPosition(unit, tree) >= 0;
  }

  /// Returns the tree's own text.
  public String textOf(Tree tree) {
    return text.substring(start(tree), end(tree));
  }

  /// Returns the offset of the first character of the line that holds this offset.
  public int lineStart(int offset) {
    return Lines.startOfLine(text, offset);
  }

  /// Returns the offset of the line in which the tree's documentation begins, or of its own line if
  /// it has none.
  public int documentationStart(Tree tree) {
    return Comments.startOfDocumentation(text, start(tree));
  }

  /// Returns the number of the line that holds this offset, from 1.
  public int line(int offset) {
    return Math.toIntExact(unit.getLineMap().getLineNumber(offset));
  }

  /// Returns the blanks before the first word of the line that holds this offset.
  public String indentAt(int offset) {
    int lineStart = Lines.startOfLine(text, offset);
    int word = lineStart;
    while (word < text.length() && (text.charAt(word) == ' ' || text.charAt(word) == '\t')) {
      word++;
    }
    return text.substring(lineStart, word);
  }

  /// Returns the separator of the file's lines: CR LF if its first line ends so, else LF.
  public String newline() {
    int lineFeed = text.indexOf('\n');
    return lineFeed > 0 && text.charAt(lineFeed - 1) == '\r' ? "\r\n" : "\n";
  }

  /// Makes a failure that names this tree's line.
  public SourceException failure(Tree tree, String problem) {
    long line = unit.getLineMap().getLineNumber(Math.max(0, start(tree)));
    return new SourceException(file, line, problem);
  }

  private SourcePositions positions() {
    return trees.getSourcePositions();
  }
}
