package weave;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What stands in a page's comment before a block: `solutions/01-basics/basics/X.java#run, end
/// doc`.
///
/// @param file the source's path from the course's root
/// @param pieces what is quoted, in this order; none: the whole file
/// @param documented whether documentation comments are quoted too
/// @param answer whether the piece may be an exercise's answer
record CodeMark(String file, List<Piece> pieces, boolean documented, boolean answer) {
  private static final List<String> WORDS = List.of("doc", "answer");

  CodeMark {
    pieces = List.copyOf(pieces);
  }

  /// @throws WeaveException if the text is none
  static CodeMark parse(String text) {
    List<String> words = new ArrayList<>(Arrays.asList(text.strip().split(" +")));
    List<String> flags = new ArrayList<>();
    while (words.size() > 1 && WORDS.contains(words.getLast())) {
      flags.add(words.removeLast());
    }
    String[] halves = String.join(" ", words).split("#", 2);
    List<Piece> pieces = new ArrayList<>();
    if (halves.length == 2) {
      for (String piece : halves[1].split(",(?![^(]*\\))", -1)) {
        pieces.add(Piece.parse(piece));
      }
    }
    return new CodeMark(halves[0], pieces, flags.contains("doc"), flags.contains("answer"));
  }

  /// What stands after a block's fence.
  String language() {
    String ending = file.substring(file.lastIndexOf('.') + 1);
    return ending.equals("yml") ? "yaml" : ending;
  }

  boolean isJava() {
    return file.endsWith(".java");
  }
}
