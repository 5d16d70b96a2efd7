package derive;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Parses Java text with the JDK's own compiler. Nothing is resolved, so no class path is needed.
public final class SourceParser {
  private SourceParser() {}

  /// Parses a text.
  ///
  /// @param file the name for messages; its last part is the file's name for the compiler
  /// @throws SourceException if the text is not Java; it names the first error's line
  public static ParsedSource parse(Path file, String text) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                null,
                problems,
                List.of("-proc:none", "-Xlint:none"),
                null,
                List.of(new Text(file, text)));
    CompilationUnitTree unit = onlyUnit(task);
    failOnError(file, problems);
    return new ParsedSource(file, text, unit, DocTrees.instance(task));
  }

  private static CompilationUnitTree onlyUnit(JavacTask task) {
    try {
      return task.parse().iterator().next();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void failOnError(Path file, DiagnosticCollector<JavaFileObject> problems) {
    for (Diagnostic<?> problem : problems.getDiagnostics()) {
      if (problem.getKind() == Diagnostic.Kind.ERROR) {
        String reason = problem.getMessage(Locale.ROOT);
        throw new SourceException(file, problem.getLineNumber(), "not Java: " + reason);
      }
    }
  }

  /// A text that the compiler reads as a file.
  private static final class Text extends SimpleJavaFileObject {
    private final String text;

    Text(Path file, String text) {
      super(URI.create("string:///" + file.getFileName()), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
