package derive;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// The text of `@Exercise(stub = ...)`: the body that a lesson shows instead of the answer.
///
/// Lines such as `import basics.CalculatorImpl;` may stand at its top; they become imports of the
/// lesson's file.
///
/// @param imports what the imports name, such as `basics.CalculatorImpl` or `static a.B.c`
/// @param lines the body's lines, without the braces
record Stub(List<String> imports, List<String> lines) {
  Stub {
    imports = List.copyOf(imports);
    lines = List.copyOf(lines);
  }

  static Stub of(Mark mark) {
    List<String> all = mark.stub().stripTrailing().lines().toList();
    List<String> imports = all.stream().takeWhile(Stub::isImport).toList();
    List<String> lines = all.stream().skip(imports.size()).dropWhile(String::isBlank).toList();
    return new Stub(imports.stream().map(Stub::imported).toList(), lines);
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ") && line.endsWith(";");
  }

  private static String imported(String line) {
    return line.substring("import ".length(), line.length() - 1).strip();
  }

  /// Returns what the text uses.
  ///
  /// @throws SourceException if it is not the body of a method; it names the annotation's line
  Uses uses(ParsedSource source, AnnotationTree place) {
    try {
      ParsedSource parsed = parse();
      return UseScanner.scan(parsed, new HelperRule(parsed, Set.of()), _ -> true);
    } catch (SourceException e) {
      throw source.failure(place, "the stub is not a method's body (" + e.getMessage() + ")");
    }
  }

  private ParsedSource parse() {
    Path file = Path.of("Stub.java");
    String wrapped = "class Stub {\n{\n" + String.join("\n", lines) + "\n}\n}\n";
    ParsedSource parsed = SourceParser.parse(file, wrapped);
    boolean oneBlock =
        parsed.unit().getTypeDecls().getFirst() instanceof ClassTree type
            && parsed.unit().getTypeDecls().size() == 1
            && type.getMembers().size() == 1;
    if (!oneBlock) {
      throw new SourceException(file, 1, "its braces do not match");
    }
    return parsed;
  }
}
