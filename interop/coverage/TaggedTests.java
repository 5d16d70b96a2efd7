package coverage;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The tests of the course by their `@Tag`s, read from the sources: so it needs no class path, and
/// no test has to run.
final class TaggedTests {
  private TaggedTests() {}

  /// All tests with tags below the folders `tests/` of the framework and of this module.
  ///
  /// @param root the course's folder
  /// @return tests by tag; those of a tag in the order of their files
  /// @throws IOException if a source cannot be read
  static Map<String, List<TestMethod>> below(Path root) throws IOException {
    Map<String, List<TestMethod>> tests = new TreeMap<>();
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
                  files.getJavaFileObjectsFromPaths(testSources(root)));
      for (CompilationUnitTree unit : task.parse()) {
        Path file = root.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
        new TagScanner(file, tests).scan(unit, null);
      }
    }
    return tests;
  }

  private static List<Path> testSources(Path root) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path folder : testFolders(root)) {
      try (Stream<Path> paths = Files.walk(folder)) {
        paths.filter(path -> path.toString().endsWith("Test.java")).forEach(sources::add);
      }
    }
    return sources.stream().map(Path::toAbsolutePath).sorted().toList();
  }

  private static List<Path> testFolders(Path root) throws IOException {
    try (Stream<Path> layers = Files.list(root.resolve("solutions"))) {
      return Stream.concat(layers, Stream.of(root.resolve("interop")))
          .map(module -> module.resolve("tests"))
          .filter(Files::isDirectory)
          .toList();
    }
  }

  /// Finds the tags of methods.
  private static final class TagScanner extends TreeScanner<@Nullable Void, @Nullable Void> {
    private final Path file;
    private final Map<String, List<TestMethod>> tests;

    private TagScanner(Path file, Map<String, List<TestMethod>> tests) {
      this.file = file;
      this.tests = tests;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
      TestMethod test = new TestMethod(file, method.getName().toString());
      for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
        if (annotation.getAnnotationType().toString().equals("Tag")) {
          tests.computeIfAbsent(value(annotation), tag -> new ArrayList<>()).add(test);
        }
      }
      return super.visitMethod(method, null);
    }

    private static String value(AnnotationTree annotation) {
      ExpressionTree argument = annotation.getArguments().getFirst();
      if (argument instanceof AssignmentTree assignment) {
        argument = assignment.getExpression();
      }
      return argument instanceof LiteralTree literal
          ? String.valueOf(literal.getValue())
          : argument.toString();
    }
  }
}
