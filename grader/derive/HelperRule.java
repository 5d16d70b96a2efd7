package derive;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// Decides which members a lesson may lose when nothing but answers used them.
///
/// In a compact source file nothing has a name outside, so all but `main` counts as private.
final class HelperRule {
  private final ParsedSource source;
  private final Set<Tree> marked;

  /// @param marked the members that carry a mark; they are exercises, not helpers
  HelperRule(ParsedSource source, Set<Tree> marked) {
    this.source = source;
    this.marked = marked;
  }

  boolean isHelper(Tree member, ClassTree type) {
    if (marked.contains(member) || !source.written(member)) {
      return false;
    }
    boolean hidden = Helper.isPrivate(member) || isImplicit(type);
    return switch (member) {
      case MethodTree method -> hidden && isPlainMethod(method);
      case VariableTree field -> hidden && isPlainField(field, type);
      case ClassTree _ -> hidden;
      default -> false;
    };
  }

  private static boolean isPlainMethod(MethodTree method) {
    return !AnswerBodies.isConstructor(method) && !method.getName().contentEquals("main");
  }

  private boolean isPlainField(VariableTree field, ClassTree type) {
    boolean component =
        type.getKind() == Tree.Kind.RECORD
            && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    return !component
        && !sharesDeclaration(field, type)
        && SideEffects.absentIn(field.getInitializer());
  }

  /// In `int a, b;` both fields start at the same place, and neither can go alone.
  private boolean sharesDeclaration(VariableTree field, ClassTree type) {
    return type.getMembers().stream()
        .anyMatch(
            other ->
                !other.equals(field)
                    && other instanceof VariableTree
                    && source.written(other)
                    && source.start(other) == source.start(field));
  }

  /// The class around a compact source file's members is not written: it starts with the first.
  private boolean isImplicit(ClassTree type) {
    return source.unit().getTypeDecls().contains(type)
        && type.getMembers().stream()
            .filter(source::written)
            .findFirst()
            .map(first -> !source.written(type) || source.start(first) == source.start(type))
            .orElse(false);
  }
}
