package check;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The JDK's compiler, in this process. Safe for use by many threads.
final class Compiler {
  private static final int RELEASE = 25;
  private static final int MAX_ERRORS = 100;

  private final JavaCompiler javac;

  /// @throws CourseException if this runs on a Java without a compiler
  Compiler() {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new CourseException(
          System.getProperty("java.home") + " has no compiler; a JDK is needed, not a JRE");
    }
    javac = found;
  }

  /// What to compile, and where to.
  ///
  /// @param sources the files, except the checks
  /// @param checks the check classes' files
  /// @param classes the folder for the classes of `sources`
  /// @param checkClasses the folder for the classes of `checks`
  record Job(
      List<Path> sources,
      List<Path> checks,
      List<Path> classPath,
      Path classes,
      Path checkClasses) {}

  /// Compiles.
  ///
  /// @return the errors in the compiler's order; empty if all went well
  List<CompileError> compile(Job job) {
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    List<Path> files = new ArrayList<>(job.sources());
    files.addAll(job.checks());
    try (StandardJavaFileManager standard =
        javac.getStandardFileManager(diagnostics, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      standard.setLocationFromPaths(StandardLocation.CLASS_PATH, job.classPath());
      standard.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
      standard.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(job.classes()));
      Iterable<? extends JavaFileObject> units = standard.getJavaFileObjectsFromPaths(files);
      StringWriter rest = new StringWriter();
      boolean done =
          javac
              .getTask(rest, new Router(standard, job), diagnostics, options(), null, units)
              .call();
      return done ? List.of() : errors(diagnostics, rest.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> options() {
    List<String> options =
        new ArrayList<>(
            List.of("-proc:none", "-g", "-Xlint:none", "-Xmaxerrs", Integer.toString(MAX_ERRORS)));
    if (Runtime.version().feature() != RELEASE) {
      options.addAll(List.of("--release", Integer.toString(RELEASE)));
    }
    return options;
  }

  private static List<CompileError> errors(
      DiagnosticCollector<JavaFileObject> diagnostics, String rest) {
    List<CompileError> errors =
        diagnostics.getDiagnostics().stream()
            .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
            .map(CompileError::of)
            .toList();
    if (errors.isEmpty()) {
      throw new CourseException("the compiler gave up without an error message\n" + rest);
    }
    return errors;
  }

  /// Sends the classes of checks to a folder of their own, so that rules about the code under test
  /// can be asked of a folder that holds nothing else.
  private static final class Router extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Job job;

    Router(StandardJavaFileManager standard, Job job) {
      super(standard);
      this.job = job;
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        JavaFileManager.Location location,
        String className,
        JavaFileObject.Kind kind,
        @Nullable FileObject sibling)
        throws IOException {
      if (sibling != null && job.checks().contains(Path.of(sibling.toUri()))) {
        Path file = job.checkClasses().resolve(className.replace('.', '/') + kind.extension);
        return fileManager.getJavaFileObjects(file).iterator().next();
      }
      return super.getJavaFileForOutput(location, className, kind, sibling);
    }
  }
}
