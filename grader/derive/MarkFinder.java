package derive;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the marks of one file, and refuses those that cannot be meant.
final class MarkFinder extends TreeScanner<@Nullable Void, @Nullable Void> {
  private final ParsedSource source;
  private final int lesson;
  private final List<Mark> marks = new ArrayList<>();
  private final Deque<Mark> enclosing = new ArrayDeque<>();
  private final Set<AnnotationTree> read = Collections.newSetFromMap(new IdentityHashMap<>());

  private MarkFinder(ParsedSource source, int lesson) {
    this.source = source;
    this.lesson = lesson;
  }

  /// Returns the file's marks in the order of the text.
  ///
  /// @param lesson the number of the lesson's folder; every id must belong to it
  /// @throws SourceException if a mark is malformed, misplaced or nested
  static List<Mark> find(ParsedSource source, int lesson) {
    MarkFinder finder = new MarkFinder(source, lesson);
    CompilationUnitTree unit = source.unit();
    finder.scan(unit, null);
    return List.copyOf(finder.marks);
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
    Optional<AnnotationTree> annotation = annotationIn(type.getModifiers());
    if (annotation.isEmpty()) {
      return super.visitClass(type, null);
    }
    Mark mark = read(annotation.get(), type, AnswerBodies.of(type));
    refuseNesting(mark, /* ofType= */ true);
    if (mark.hasStub()) {
      throw source.failure(annotation.get(), "a stub fits a method, not a whole type");
    }
    return within(mark, () -> super.visitClass(type, null));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
    Optional<AnnotationTree> annotation = annotationIn(method.getModifiers());
    if (annotation.isEmpty()) {
      return super.visitMethod(method, null);
    }
    List<MethodTree> answers = method.getBody() == null ? List.of() : List.of(method);
    Mark mark = read(annotation.get(), method, answers);
    refuseNesting(mark, /* ofType= */ false);
    return within(mark, () -> super.visitMethod(method, null));
  }

  @Override
  public @Nullable Void visitAnnotation(AnnotationTree annotation, @Nullable Void unused) {
    if (isExercise(annotation) && !read.contains(annotation)) {
      throw source.failure(
          annotation, "@Exercise fits a method, a constructor or a type, and only once");
    }
    return super.visitAnnotation(annotation, null);
  }

  private @Nullable Void within(Mark mark, Runnable visit) {
    marks.add(mark);
    enclosing.push(mark);
    visit.run();
    enclosing.pop();
    return null;
  }

  private void refuseNesting(Mark mark, boolean ofType) {
    Mark outer = enclosing.peek();
    if (outer == null) {
      return;
    }
    boolean inMarkedType = outer.answers().stream().noneMatch(answer -> contains(answer, mark));
    boolean refinesItsType = inMarkedType && !ofType && outer.id().equals(mark.id());
    if (!refinesItsType) {
      throw source.failure(
          mark.annotation(),
          "the mark of exercise %s stands within the mark of exercise %s"
              .formatted(mark.id(), outer.id()));
    }
  }

  private boolean contains(MethodTree answer, Mark mark) {
    int at = source.start(mark.annotation());
    return source.start(answer.getBody()) < at && at < source.end(answer);
  }

  private static Optional<AnnotationTree> annotationIn(ModifiersTree modifiers) {
    for (AnnotationTree annotation : modifiers.getAnnotations()) {
      if (isExercise(annotation)) {
        return Optional.of(annotation);
      }
    }
    return Optional.empty();
  }

  private static boolean isExercise(AnnotationTree annotation) {
    String name = annotation.getAnnotationType().toString();
    return name.equals("Exercise") || name.equals("course.Exercise");
  }

  private Mark read(AnnotationTree annotation, Tree member, List<MethodTree> answers) {
    read.add(annotation);
    String id = "";
    Optional<String> stub = Optional.empty();
    for (ExpressionTree argument : annotation.getArguments()) {
      if (!(argument instanceof AssignmentTree pair)) {
        id = literal(argument);
      } else if (pair.getVariable().toString().equals("value")) {
        id = literal(pair.getExpression());
      } else if (pair.getVariable().toString().equals("stub")) {
        stub = Optional.of(literal(pair.getExpression()));
      }
    }
    checkId(annotation, id);
    if (answers.isEmpty()) {
      throw source.failure(annotation, "exercise " + id + " marks a member without a body");
    }
    return new Mark(id, stub.orElse(""), stub.isPresent(), annotation, member, answers);
  }

  private String literal(ExpressionTree value) {
    if (value instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return text;
    }
    throw source.failure(value, "@Exercise takes plain string literals, not " + value);
  }

  private void checkId(Tree place, String id) {
    if (!ExerciseId.isWellFormed(id)) {
      throw source.failure(place, "\"%s\" is not an exercise id such as 1.4".formatted(id));
    }
    if (ExerciseId.parse(id).lesson() != lesson) {
      throw source.failure(
          place, "exercise %s stands in the folder of lesson %d".formatted(id, lesson));
    }
  }
}
