package derive;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The bodies that a mark on a whole type empties: those of all methods, nested types' too.
///
/// A constructor that only calls another constructor and stores its arguments is no answer; it
/// stays, so that the lesson's pair can be put together and runs from the first minute.
final class AnswerBodies extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final List<MethodTree> found = new ArrayList<>();

  private AnswerBodies() {}

  static List<MethodTree> of(ClassTree type) {
    AnswerBodies bodies = new AnswerBodies();
    bodies.scan(type.getMembers(), null);
    return bodies.found;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    if (method.getBody() != null && !onlyStoresArguments(method)) {
      found.add(method);
    }
    return null;
  }

  /// Returns the `super(...)` or `this(...)` of a constructor, which a lesson has to keep.
  static Optional<StatementTree> constructorCall(MethodTree method) {
    return method.getBody().getStatements().stream()
        .map(StatementTree.class::cast)
        .filter(AnswerBodies::isConstructorCall)
        .findFirst();
  }

  static boolean isConstructor(MethodTree method) {
    return method.getName().contentEquals("<init>");
  }

  private static boolean onlyStoresArguments(MethodTree method) {
    return isConstructor(method)
        && method.getBody().getStatements().stream()
            .allMatch(statement -> isConstructorCall(statement) || isAssignment(statement));
  }

  private static boolean isAssignment(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof AssignmentTree;
  }

  private static boolean isConstructorCall(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && isSuperOrThis(call.getMethodSelect());
  }

  private static boolean isSuperOrThis(ExpressionTree callee) {
    return switch (callee) {
      case IdentifierTree name ->
          name.getName().contentEquals("super") || name.getName().contentEquals("this");
      case MemberSelectTree select -> select.getIdentifier().contentEquals("super");
      default -> false;
    };
  }
}
