package prove;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import derive.Edit;
import derive.ParsedSource;
import derive.SourceException;
import derive.SourceParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/// Puts other members in the place of those of the same name and parameter types.
final class MemberReplacement {
  private final ParsedSource source;
  private final ClassTree type;
  private final List<Edit> edits = new ArrayList<>();

  MemberReplacement(ParsedSource source) {
    this.source = source;
    this.type = mainType(source);
  }

  /// Returns the file's text with these members.
  ///
  /// @throws IllegalArgumentException if they do not parse, or none of them replaces one
  String replace(String members) {
    ParsedSource fragment = parse(members);
    StringBuilder added = new StringBuilder();
    for (Tree member : mainType(fragment).getMembers()) {
      if (!fragment.written(member) || fragment.start(member) < header().length()) {
        continue;
      }
      String text = fragment.textOf(member);
      counterpart(member)
          .ifPresentOrElse(
              old -> edits.add(new Edit(source.start(old), source.end(old), text)),
              () -> added.append("\n  ").append(text).append('\n'));
    }
    if (edits.isEmpty()) {
      throw new IllegalArgumentException(
          "replaces no member of %s; is a name or a parameter's type mistyped?"
              .formatted(source.file()));
    }
    int end = endOfMembers();
    edits.add(new Edit(end, end, added.toString()));
    return Edit.apply(source.text(), edits);
  }

  private ParsedSource parse(String members) {
    try {
      return SourceParser.parse(Path.of(name() + ".java"), header() + members + "}\n");
    } catch (SourceException e) {
      throw new IllegalArgumentException("its members do not parse: " + e.getMessage(), e);
    }
  }

  /// Constructors must have the type's name, and compact ones the record's components.
  private String header() {
    return switch (type.getKind()) {
      case RECORD -> "record " + name() + components() + " {\n";
      case ENUM -> "enum " + name() + " {;\n";
      case INTERFACE -> "interface " + name() + " {\n";
      default -> "class " + name() + " {\n";
    };
  }

  private String components() {
    return type.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .map(field -> field.getType() + " " + field.getName())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private String name() {
    return source.file().getFileName().toString().replace(".java", "");
  }

  private static ClassTree mainType(ParsedSource source) {
    String name = source.file().getFileName().toString().replace(".java", "");
    List<ClassTree> types =
        source.unit().getTypeDecls().stream()
            .filter(ClassTree.class::isInstance)
            .map(ClassTree.class::cast)
            .toList();
    return types.stream()
        .filter(each -> each.getSimpleName().contentEquals(name))
        .findFirst()
        .or(() -> types.stream().findFirst())
        .orElseThrow(() -> new IllegalArgumentException(source.file() + " declares no type"));
  }

  private Optional<? extends Tree> counterpart(Tree member) {
    String signature = signature(member);
    return allMembers(type)
        .filter(source::written)
        .filter(old -> !signature.isEmpty() && signature(old).equals(signature))
        .findFirst();
  }

  /// The type's own members first, then those of nested types.
  private static Stream<Tree> allMembers(ClassTree type) {
    Stream<Tree> nested =
        type.getMembers().stream()
            .filter(ClassTree.class::isInstance)
            .flatMap(member -> allMembers((ClassTree) member));
    return Stream.concat(type.getMembers().stream(), nested);
  }

  private static String signature(Tree member) {
    return switch (member) {
      case MethodTree method -> method.getName() + parameters(method);
      case VariableTree field -> "field " + field.getName();
      case ClassTree nested -> "type " + nested.getSimpleName();
      default -> "";
    };
  }

  private static String parameters(MethodTree method) {
    return method.getParameters().stream()
        .map(parameter -> simple(parameter.getType()))
        .collect(Collectors.joining(",", "(", ")"));
  }

  /// A type without packages, annotations and blanks.
  private static String simple(Tree type) {
    return type.toString()
        .replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "")
        .replaceAll("\\b[a-z]\\w*\\.", "")
        .replaceAll("\\s", "")
        .replace("...", "[]");
  }

  /// A compact source file's class has no braces: it starts with its first member.
  private int endOfMembers() {
    boolean braced =
        type.getMembers().stream()
            .filter(source::written)
            .allMatch(member -> source.start(type) < source.start(member));
    return braced ? source.end(type) - 1 : source.text().length();
  }
}
