package hints;

import check.CourseException;
import check.CourseRoot;
import check.Lesson;
import check.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hint`: shows the next hint for an exercise, and remembers how far one is.
@Command(
    name = "hint",
    description = "Shows the next hint for an exercise: a nudge, where to look, a worked fragment.",
    mixinStandardHelpOptions = true)
public final class HintCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;
  private static final Pattern EXERCISE = Pattern.compile("(\\d{1,2})\\.\\d{1,3}");

  @Spec
  @SuppressWarnings("NullAway.Init") // Picocli sets it before it calls.
  private CommandSpec spec;

  @Parameters(paramLabel = "EXERCISE", description = "Such as 1.4.")
  private String exercise = "";

  @Option(names = "--all", description = "Show all its hints at once.")
  private boolean all;

  @Option(names = "--root", paramLabel = "DIR", description = "The course's folder.")
  private Path root = Path.of("");

  /// Made by picocli.
  public HintCommand() {}

  @Override
  public Integer call() throws IOException {
    try {
      return show();
    } catch (CourseException e) {
      System.err.println("cannot give a hint: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private int show() throws IOException {
    Matcher id = EXERCISE.matcher(exercise);
    if (!id.matches()) {
      throw new ParameterException(
          spec.commandLine(), "'%s' is no exercise; write one as 1.4".formatted(exercise));
    }
    CourseRoot course = CourseRoot.find(root);
    List<String> levels = levels(course.lesson(Integer.parseInt(id.group(1))));
    HintState state = new HintState(course.buildFolder().resolve("hints.json"));
    int level = all ? levels.size() : Math.min(state.shown(exercise) + 1, levels.size());
    for (int i = all ? 1 : level; i <= level; i++) {
      System.out.println("hint %d of %d for %s".formatted(i, levels.size(), exercise));
      Hints.wrapped(levels.get(i - 1), Terminal.plain()).forEach(System.out::println);
      System.out.println();
    }
    state.remember(exercise, level);
    System.out.println(next(level, levels.size()));
    return 0;
  }

  private List<String> levels(Lesson lesson) throws IOException {
    Path file = lesson.hints().resolve(exercise + ".md");
    if (!Files.isRegularFile(file)) {
      throw new CourseException(
          "there are no hints for %s; there are some for %s"
              .formatted(exercise, String.join(", ", known(lesson))));
    }
    List<String> levels = Hints.read(file).levels();
    if (levels.isEmpty()) {
      throw new CourseException(file + " is empty");
    }
    return levels;
  }

  private static List<String> known(Lesson lesson) throws IOException {
    if (!Files.isDirectory(lesson.hints())) {
      return List.of("no exercise");
    }
    try (Stream<Path> files = Files.list(lesson.hints())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".md"))
          .map(name -> name.substring(0, name.length() - ".md".length()))
          .sorted()
          .toList();
    }
  }

  private String next(int level, int levels) {
    return level < levels
        ? "next: make hint EX=%s for one more; make check EX=%1$s when you have tried"
            .formatted(exercise)
        : "next: that was the last hint; the finished code is in solutions/";
  }
}
