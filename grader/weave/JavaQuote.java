package weave;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import derive.Edit;
import derive.ParsedSource;
import java.util.ArrayList;
import java.util.List;

/// The text of a piece of a Java file, as it stands there, with no indentation of its own.
///
/// @param documented whether documentation comments belong to it
record JavaQuote(ParsedSource source, boolean documented) {

  /// @throws WeaveException if the piece is not there
  String of(Piece piece) {
    Tree tree = Member.find(source, piece).tree();
    return piece.isWhole() ? whole(tree) : statements(tree, piece);
  }

  private String whole(Tree tree) {
    int start = documented ? source.documentationStart(tree) : source.lineStart(source.start(tree));
    int end = source.end(tree);
    List<Edit> edits = new ArrayList<>();
    if (!documented && tree instanceof ClassTree type) {
      withoutDocumentation(type, edits);
    }
    List<Edit> shifted =
        edits.stream()
            .map(each -> new Edit(each.start() - start, each.end() - start, each.replacement()))
            .toList();
    return Edit.apply(source.text().substring(start, end), shifted).stripIndent();
  }

  private void withoutDocumentation(ClassTree type, List<Edit> edits) {
    for (Tree member : type.getMembers()) {
      if (source.written(member)) {
        int comment = source.documentationStart(member);
        int line = source.lineStart(source.start(member));
        if (comment < line) {
          edits.add(new Edit(comment, line, ""));
        }
        if (member instanceof ClassTree inner) {
          withoutDocumentation(inner, edits);
        }
      }
    }
  }

  private String statements(Tree tree, Piece piece) {
    List<? extends StatementTree> body =
        tree instanceof MethodTree method && method.getBody() != null
            ? method.getBody().getStatements()
            : List.of();
    if (piece.last() > body.size()) {
      throw new WeaveException(
          "%s in %s has no statement %d; it has %d"
              .formatted(piece.name(), source.file(), piece.last(), body.size()));
    }
    int start = source.lineStart(source.start(body.get(piece.first() - 1)));
    return source.text().substring(start, source.end(body.get(piece.last() - 1))).stripIndent();
  }
}
