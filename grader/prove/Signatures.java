package prove;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import derive.ParsedSource;
import derive.SourceParser;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/// What a file offers to others: each type and member that is not private, with its full types.
///
/// Two files with the same set can stand for each other, as far as a compiler is concerned.
final class Signatures {
  private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Z]\\w*");

  private final Map<String, String> fullNames = new HashMap<>();
  private final Set<String> found = new TreeSet<>();

  private Signatures(ParsedSource source) {
    for (ImportTree each : source.unit().getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      fullNames.put(name.substring(name.lastIndexOf('.') + 1), name);
    }
    for (Tree type : source.unit().getTypeDecls()) {
      add("", type);
    }
  }

  static Set<String> in(Path file, String text) {
    return new Signatures(SourceParser.parse(file, text)).found;
  }

  private void add(String owner, Tree member) {
    switch (member) {
      case ClassTree type -> addType(owner, type);
      case MethodTree method when !isPrivate(method.getModifiers()) ->
          found.add(owner + method(method));
      case VariableTree field when !isPrivate(field.getModifiers()) ->
          found.add(
              owner
                  + modifiers(field.getModifiers())
                  + full(field.getType() + " ")
                  + field.getName());
      default -> {}
    }
  }

  private void addType(String owner, ClassTree type) {
    if (isPrivate(type.getModifiers())) {
      return;
    }
    String name = owner + type.getSimpleName();
    found.add(
        "%s%s %s%s extends %s implements %s permits %s"
            .formatted(
                modifiers(type.getModifiers()),
                type.getKind(),
                name,
                full(type.getTypeParameters().toString()),
                full(String.valueOf(type.getExtendsClause())),
                full(type.getImplementsClause().toString()),
                full(type.getPermitsClause().toString())));
    found.addAll(recordComponents(name, type));
    type.getMembers().forEach(member -> add(name + ".", member));
  }

  /// A record's components are private fields of the tree, but public accessors of the type.
  private List<String> recordComponents(String name, ClassTree type) {
    if (type.getKind() != Tree.Kind.RECORD) {
      return List.of();
    }
    return type.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .map(field -> name + "(" + full(field.getType() + " ") + field.getName() + ")")
        .toList();
  }

  private String method(MethodTree method) {
    String parameters =
        method.getParameters().stream()
            .map(parameter -> full(parameter.getType().toString()))
            .collect(Collectors.joining(", "));
    return "%s%s %s %s(%s) throws %s"
        .formatted(
            modifiers(method.getModifiers()),
            full(method.getTypeParameters().toString()),
            full(String.valueOf(method.getReturnType())),
            method.getName(),
            parameters,
            full(method.getThrows().toString()));
  }

  private static boolean isPrivate(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.PRIVATE);
  }

  /// The mark itself may lose its stub; other annotations are part of what is offered.
  private String modifiers(ModifiersTree modifiers) {
    String annotations =
        modifiers.getAnnotations().stream()
            .map(AnnotationTree::toString)
            .filter(text -> !text.matches("@(course\\.)?Exercise\\((?s:.*)\\)"))
            .collect(Collectors.joining(" "));
    return full(annotations) + new TreeSet<>(modifiers.getFlags()) + " ";
  }

  private String full(String text) {
    return NAME.matcher(text)
        .replaceAll(match -> fullNames.getOrDefault(match.group(), match.group()));
  }
}
