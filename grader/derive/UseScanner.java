package derive;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Walks a file and notes which names are used where.
///
/// Names, not symbols: nothing is resolved. Local variables hide fields of the same name, and calls
/// are told apart by their number of arguments; what is left in doubt counts as used.
final class UseScanner extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final ParsedSource source;
  private final Predicate<MethodTree> keepsBody;
  private final HelperRule rule;
  private final Uses uses = new Uses();
  private final LocalNames locals = new LocalNames();
  private final Set<String> declaredTypes;

  private UseScanner(ParsedSource source, HelperRule rule, Predicate<MethodTree> keepsBody) {
    this.source = source;
    this.rule = rule;
    this.keepsBody = keepsBody;
    this.declaredTypes = DeclaredTypes.in(source);
  }

  /// @param keepsBody false for a method whose body shall not count
  static Uses scan(ParsedSource source, HelperRule rule, Predicate<MethodTree> keepsBody) {
    UseScanner scanner = new UseScanner(source, rule, keepsBody);
    scanner.scan(source.unit(), null);
    return scanner.uses;
  }

  @Override
  public @Nullable Void visitImport(ImportTree node, @Nullable Void unused) {
    return null;
  }

  @Override
  public @Nullable Void visitPackage(PackageTree node, @Nullable Void unused) {
    noteDocumentation();
    return super.visitPackage(node, null);
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    noteDocumentation();
    scan(type.getModifiers(), null);
    scan(type.getTypeParameters(), null);
    scan(type.getExtendsClause(), null);
    scan(type.getImplementsClause(), null);
    scan(type.getPermitsClause(), null);
    for (Tree member : type.getMembers()) {
      scanMember(member, type);
    }
    return null;
  }

  private void scanMember(Tree member, ClassTree type) {
    if (!rule.isHelper(member, type)) {
      scan(member, null);
      return;
    }
    uses.enter(member);
    scan(member, null);
    uses.leave();
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    noteDocumentation();
    locals.open();
    scan(method.getModifiers(), null);
    scan(method.getReturnType(), null);
    scan(method.getTypeParameters(), null);
    scan(method.getParameters(), null);
    scan(method.getThrows(), null);
    scan(method.getDefaultValue(), null);
    if (keepsBody.test(method)) {
      scan(method.getBody(), null);
    } else {
      AnswerBodies.constructorCall(method).ifPresent(call -> scan(call, null));
    }
    locals.close();
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree variable, @Nullable Void unused) {
    boolean field = getCurrentPath().getParentPath().getLeaf() instanceof ClassTree;
    if (field) {
      noteDocumentation();
    } else {
      locals.add(variable.getName());
    }
    return super.visitVariable(variable, null);
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree name, @Nullable Void unused) {
    if (!locals.contains(name.getName())) {
      uses.add(Use.of(name.getName(), Use.Kind.NAME));
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree select, @Nullable Void unused) {
    uses.add(Use.of(select.getIdentifier(), Use.Kind.SELECTED));
    return super.visitMemberSelect(select, null);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree node, @Nullable Void unused) {
    uses.add(Use.of(node.getName(), Use.Kind.REFERENCE));
    return super.visitMemberReference(node, null);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    int arguments = call.getArguments().size();
    switch (call.getMethodSelect()) {
      case IdentifierTree name ->
          uses.add(new Use(name.getName().toString(), Use.Kind.CALL, arguments));
      case MemberSelectTree select -> {
        noteSelectedCall(select, arguments);
        scan(select.getExpression(), null);
      }
      default -> scan(call.getMethodSelect(), null);
    }
    scan(call.getTypeArguments(), null);
    return scan(call.getArguments(), null);
  }

  /// `Integer.parseInt("1")` cannot mean a private `parseInt` of this file.
  private void noteSelectedCall(MemberSelectTree callee, int arguments) {
    ExpressionTree receiver = callee.getExpression();
    boolean ofOtherType =
        receiver instanceof IdentifierTree name
            && Character.isUpperCase(name.getName().charAt(0))
            && !declaredTypes.contains(name.getName().toString());
    if (!ofOtherType) {
      uses.add(new Use(callee.getIdentifier().toString(), Use.Kind.SELECTED_CALL, arguments));
    }
  }

  @Override
  public @Nullable Void visitBlock(BlockTree node, @Nullable Void unused) {
    return inScope(() -> super.visitBlock(node, null));
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree node, @Nullable Void unused) {
    return inScope(() -> super.visitLambdaExpression(node, null));
  }

  @Override
  public @Nullable Void visitForLoop(ForLoopTree node, @Nullable Void unused) {
    return inScope(() -> super.visitForLoop(node, null));
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree node, @Nullable Void unused) {
    return inScope(() -> super.visitEnhancedForLoop(node, null));
  }

  @Override
  public @Nullable Void visitTry(TryTree node, @Nullable Void unused) {
    return inScope(() -> super.visitTry(node, null));
  }

  @Override
  public @Nullable Void visitCatch(CatchTree node, @Nullable Void unused) {
    return inScope(() -> super.visitCatch(node, null));
  }

  @Override
  public @Nullable Void visitCase(CaseTree node, @Nullable Void unused) {
    return inScope(() -> super.visitCase(node, null));
  }

  private @Nullable Void inScope(Runnable visit) {
    locals.open();
    visit.run();
    locals.close();
    return null;
  }

  private void noteDocumentation() {
    Optional.ofNullable(source.trees().getDocComment(getCurrentPath()))
        .ifPresent(comment -> Documentation.namesIn(comment).forEach(uses::add));
  }
}
