package weave;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import derive.ParsedSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sets the lines of links such as [`add`](X.java#L3-L5): from the line of the member's name,
/// without annotations and documentation, to its end. A title tells members of one name apart:
/// [`add`](X.java#L3-L5 "add(int)").
///
/// @param page the path of the page from the course's root
record LineLinks(Sources sources, Path page) {
  private static final Pattern LINK =
      Pattern.compile("\\[`(\\w+)`\\]\\(([^()\\s#]+\\.java)#L\\d+(?:-L\\d+)?( \"([^\"]*)\")?\\)");

  /// The line with the numbers of today.
  ///
  /// @throws WeaveException if a member or file is not there
  String updated(String line) {
    Matcher link = LINK.matcher(line);
    return link.replaceAll(found -> Matcher.quoteReplacement(updated(found)));
  }

  private String updated(MatchResult link) {
    Path folder = Optional.ofNullable(page.getParent()).orElse(Path.of(""));
    String file = folder.resolve(link.group(2)).normalize().toString().replace('\\', '/');
    String member = Optional.ofNullable(link.group(4)).orElse(link.group(1));
    ParsedSource source = sources.java(file);
    Tree tree = Member.find(source, Piece.parse(member)).tree();
    return "[`%s`](%s#L%d-L%d%s)"
        .formatted(
            link.group(1),
            link.group(2),
            source.line(declaration(source, tree)),
            source.line(source.end(tree) - 1),
            Optional.ofNullable(link.group(3)).orElse(""));
  }

  /// The offset of the first character after the annotations.
  private static int declaration(ParsedSource source, Tree tree) {
    int start = source.start(tree);
    for (AnnotationTree annotation : annotations(tree)) {
      start = source.end(annotation);
    }
    while (Character.isWhitespace(source.text().charAt(start))) {
      start++;
    }
    return start;
  }

  private static List<? extends AnnotationTree> annotations(Tree tree) {
    return switch (tree) {
      case MethodTree method -> method.getModifiers().getAnnotations();
      case ClassTree type -> type.getModifiers().getAnnotations();
      default -> List.of();
    };
  }
}
