package attack;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The marks in the framework's tests, read from the sources: so no test has to be compiled.
///
/// @param attacks all [Attack]s
/// @param controls all attacks' names in a [Control]
/// @param notTests methods with a mark that JUnit would not run
record MarkedTests(List<Mark> attacks, List<String> controls, List<String> notTests) {
  /// An [Attack] in a source.
  ///
  /// @param where class and method
  record Mark(String where, String attack, String defence, String exercise) {}

  /// All marks below `solutions/<layer>/tests`.
  static MarkedTests below(Path root) throws IOException {
    MarkedTests found = new MarkedTests(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none", "-Xlint:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(root)));
      for (CompilationUnitTree unit : task.parse()) {
        new Scanner(found).scan(unit, "");
      }
    }
    return found;
  }

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root.resolve("solutions"), 4)) {
      List<Path> sources = new ArrayList<>();
      for (Path path : all.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        if (Files.readString(path).contains("import attack.")) {
          sources.add(path.toAbsolutePath());
        }
      }
      return sources;
    }
  }

  /// The second argument is the class around a method.
  private static final class Scanner extends TreeScanner<@Nullable Void, String> {
    private final MarkedTests found;

    Scanner(MarkedTests found) {
      this.found = found;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String around) {
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, String around) {
      String where = around + "." + method.getName();
      boolean marked = false;
      boolean test = false;
      for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
        Map<String, List<String>> values = values(annotation);
        switch (annotation.getAnnotationType().toString()) {
          case "Attack" -> {
            marked = true;
            found.attacks.add(
                new Mark(
                    where, one(values, "value"), one(values, "defence"), one(values, "exercise")));
          }
          case "Control" -> {
            marked = true;
            found.controls.addAll(values.getOrDefault("value", List.of()));
          }
          case "Test", "ParameterizedTest", "RepeatedTest" -> test = true;
          default -> {}
        }
      }
      if (marked && !test) {
        found.notTests.add(where);
      }
      return null;
    }

    private static String one(Map<String, List<String>> values, String name) {
      return String.join("", values.getOrDefault(name, List.of()));
    }

    private static Map<String, List<String>> values(AnnotationTree annotation) {
      Map<String, List<String>> values = new HashMap<>();
      for (ExpressionTree argument : annotation.getArguments()) {
        if (argument instanceof AssignmentTree named) {
          values.put(named.getVariable().toString(), texts(named.getExpression()));
        } else {
          values.put("value", texts(argument));
        }
      }
      return values;
    }

    private static List<String> texts(ExpressionTree expression) {
      return switch (expression) {
        case LiteralTree literal -> List.of(String.valueOf(literal.getValue()));
        case NewArrayTree array ->
            array.getInitializers().stream().flatMap(one -> texts(one).stream()).toList();
        case BinaryTree sum ->
            List.of(
                String.join("", texts(sum.getLeftOperand()))
                    + String.join("", texts(sum.getRightOperand())));
        default -> List.of();
      };
    }
  }
}
