package newplugin;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/// What the tests of the command share: a run of it, as a person would type it.
final class Course {
  /// The course's folder: Maven runs the tests of a module in the module's own.
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Course() {}

  /// A run of `new-plugin` inside the course, with this process's environment.
  static Run newPlugin(String... arguments) {
    return newPlugin(ROOT, System.getenv(), arguments);
  }

  /// A run of `new-plugin` in that folder.
  static Run newPlugin(Path here, Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        new CommandLine(new NewPluginCommand(here, environment))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(arguments);
    return new Run(status, out.toString(), err.toString());
  }

  /// What a person sees of a run.
  record Run(int status, String out, String err) {}
}
