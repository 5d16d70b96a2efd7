package check;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// One error of the compiler.
///
/// @param file where; absent for an error that belongs to no file
/// @param line from 1, or -1
/// @param column from 1, or -1
/// @param message in one line
/// @param source the line of source, without the blanks at its ends
record CompileError(Optional<Path> file, long line, long column, String message, String source) {
  static CompileError of(Diagnostic<? extends JavaFileObject> diagnostic) {
    Optional<Path> file = Optional.ofNullable(diagnostic.getSource()).map(CompileError::path);
    long line = diagnostic.getLineNumber();
    return new CompileError(
        file,
        line,
        diagnostic.getColumnNumber(),
        oneLine(diagnostic.getMessage(Locale.ENGLISH)),
        file.map(path -> SourceText.line(path, line)).orElse(""));
  }

  private static Path path(JavaFileObject source) {
    return Path.of(source.toUri());
  }

  private static String oneLine(String message) {
    return String.join("; ", message.lines().map(String::strip).toList())
        .replaceAll("\\s+", " ")
        .replace(":; ", ": ");
  }
}
