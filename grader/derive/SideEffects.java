package derive;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells whether a field's initializer does more than make a value.
///
/// Without types this is a judgement by looks: `new X()` and chains that begin at a type, such as
/// `Pattern.compile("x")` or `Duration.ofSeconds(1).plusMillis(2)`, only make values, unless a link
/// of the chain has a name like `start` or `register`.
final class SideEffects extends TreeScanner<@Nullable Void, @Nullable Void> {
  private static final Set<String> DOING =
      Set.of(
          "addShutdownHook",
          "execute",
          "exit",
          "invoke",
          "open",
          "put",
          "register",
          "run",
          "schedule",
          "start",
          "submit");

  private boolean found;

  private SideEffects() {}

  static boolean absentIn(@Nullable Tree initializer) {
    SideEffects effects = new SideEffects();
    effects.scan(initializer, null);
    return !effects.found;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    found |= !(call.getMethodSelect() instanceof MemberSelectTree select && makesValue(select));
    return super.visitMethodInvocation(call, null);
  }

  private static boolean makesValue(MemberSelectTree callee) {
    return !DOING.contains(callee.getIdentifier().toString()) && beginsAtType(callee);
  }

  private static boolean beginsAtType(ExpressionTree callee) {
    return switch (callee) {
      case MemberSelectTree select ->
          isTypeName(select.getIdentifier()) || beginsAtType(select.getExpression());
      case MethodInvocationTree call -> beginsAtType(call.getMethodSelect());
      case IdentifierTree name -> isTypeName(name.getName());
      default -> true;
    };
  }

  private static boolean isTypeName(CharSequence name) {
    return Character.isUpperCase(name.charAt(0));
  }

  @Override
  public @Nullable Void visitAssignment(AssignmentTree assignment, @Nullable Void unused) {
    found = true;
    return null;
  }

  @Override
  public @Nullable Void visitCompoundAssignment(
      CompoundAssignmentTree assignment, @Nullable Void unused) {
    found = true;
    return null;
  }

  @Override
  public @Nullable Void visitUnary(UnaryTree unary, @Nullable Void unused) {
    found |=
        switch (unary.getKind()) {
          case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> true;
          default -> false;
        };
    return super.visitUnary(unary, null);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree lambda, @Nullable Void unused) {
    return null; // not run by the initializer
  }

  @Override
  public @Nullable Void visitClass(ClassTree body, @Nullable Void unused) {
    return null; // the body of an anonymous class: not run either
  }
}
