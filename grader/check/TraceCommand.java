package check;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import lifecycle.TraceEvent;
import lifecycle.TraceReader;
import lifecycle.TraceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `trace`: prints a recorded trace as text. Runs nothing.
@Command(
    name = "trace",
    description = "Prints what a host and its plugins did, as it was recorded.",
    mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final Pattern LESSON = Pattern.compile("\\d{1,2}");
  private static final Pattern EXERCISE = Pattern.compile("\\d{1,2}\\.\\d{1,3}");

  @Spec
  @SuppressWarnings("NullAway.Init") // Picocli sets it before it calls.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "WHAT",
      description = "A lesson (2), an exercise (2.3), or a trace's file.")
  private String what = "";

  @Option(names = "--solution", description = "That of the finished lesson's checks.")
  private boolean solution;

  @Option(names = "--root", paramLabel = "DIR", description = "The course's folder.")
  private Path root = Path.of("");

  /// Made by picocli.
  public TraceCommand() {}

  @Override
  public Integer call() {
    try {
      print(file(), System.out);
      return 0;
    } catch (CourseException | IOException e) {
      spec.commandLine().getErr().println("no trace: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private Path file() {
    if (EXERCISE.matcher(what).matches()) {
      String check =
          solution
              ? "./jbang course check %s --solution".formatted(what)
              : "make check EX=%s".formatted(what);
      return kept(
          folder().check(what, solution),
          "exercise " + what,
          check + " records one,\n  if there is such an exercise and its checks start a plugin");
    }
    if (LESSON.matcher(what).matches()) {
      return kept(
          folder().lesson(what),
          "lesson " + what,
          "make trace LESSON=%s makes one".formatted(what));
    }
    Path file = Path.of(what);
    if (!Files.isRegularFile(file)) {
      throw new CourseException(
          "'%s' is neither a lesson (2), nor an exercise (2.3), nor a file".formatted(what));
    }
    return file;
  }

  private TraceFolder folder() {
    return new TraceFolder(CourseRoot.find(root).buildFolder());
  }

  private static Path kept(Path file, String name, String remedy) {
    if (!Files.isRegularFile(file)) {
      throw new CourseException("there is none of %s yet; %s".formatted(name, remedy));
    }
    return file;
  }

  private static void print(Path file, PrintStream out) throws IOException {
    List<TraceEvent> events = TraceReader.read(file);
    long end = events.isEmpty() ? 0 : events.getLast().at();
    out.println(file(file));
    out.println(
        String.format(Locale.ROOT, "%d events in %.2f s", events.size(), end / NANOS_PER_SECOND));
    out.println();
    TraceText.lines(events).forEach(out::println);
    out.flush();
  }

  /// As one would name it from here.
  private static String file(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return (absolute.startsWith(here) ? here.relativize(absolute) : absolute).toString();
  }
}
