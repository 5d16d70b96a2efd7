package derive;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/// A member that nothing outside its file can name, with what it uses itself.
///
/// The lesson drops it when only answers needed it. Mutable while its file is scanned.
final class Helper {
  private final Tree tree;
  private final Optional<Helper> outer;
  private final Set<Use> uses = new LinkedHashSet<>();

  /// @param outer the helper that holds this one, if there is one
  Helper(Tree tree, Optional<Helper> outer) {
    this.tree = tree;
    this.outer = outer;
  }

  Tree tree() {
    return tree;
  }

  Optional<Helper> outer() {
    return outer;
  }

  Set<Use> uses() {
    return uses;
  }

  /// Tells whether a use may mean this member. A doubtful case is a yes: the member stays.
  boolean isMeantBy(Use use) {
    return switch (tree) {
      case MethodTree method -> method.getName().contentEquals(use.name()) && calls(use, method);
      case VariableTree field -> field.getName().contentEquals(use.name()) && names(use);
      case ClassTree type -> type.getSimpleName().contentEquals(use.name()) && names(use);
      default -> true;
    };
  }

  private static boolean calls(Use use, MethodTree method) {
    return switch (use.kind()) {
      case CALL, SELECTED_CALL -> takes(method, use.arguments());
      case REFERENCE, DOCUMENTATION -> true;
      case NAME, SELECTED -> false;
    };
  }

  private static boolean takes(MethodTree method, int arguments) {
    int parameters = method.getParameters().size();
    boolean anyNumber =
        parameters > 0 && method.getParameters().getLast().toString().contains("...");
    return anyNumber ? arguments >= parameters - 1 : arguments == parameters;
  }

  private static boolean names(Use use) {
    return switch (use.kind()) {
      case NAME, SELECTED, DOCUMENTATION -> true;
      case CALL, SELECTED_CALL, REFERENCE -> false;
    };
  }

  /// Tells whether the modifiers say `private`.
  static boolean isPrivate(Tree member) {
    return switch (member) {
      case MethodTree method -> method.getModifiers().getFlags().contains(Modifier.PRIVATE);
      case VariableTree field -> field.getModifiers().getFlags().contains(Modifier.PRIVATE);
      case ClassTree type -> type.getModifiers().getFlags().contains(Modifier.PRIVATE);
      default -> false;
    };
  }
}
