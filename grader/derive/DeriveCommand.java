package derive;

import check.CourseException;
import check.CourseRoot;
import check.Lesson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `course derive`: brings `lessons/` up to date with `solutions/`.
@Command(
    name = "derive",
    description = "Write lessons/ from solutions/, with the answers taken out.",
    mixinStandardHelpOptions = true)
public final class DeriveCommand implements Callable<Integer> {
  @Option(
      names = "--root",
      defaultValue = "",
      description = "The course's folder; found from the current folder upwards otherwise.")
  private String root = "";

  @Option(
      names = "--verify",
      description = "Write nothing; name the files that are out of date and exit with 1.")
  private boolean verify;

  @Option(
      names = "--force",
      description = "Write over files in lessons/ that hold uncommitted work.")
  private boolean force;

  @Spec private CommandSpec spec = CommandSpec.create();

  /// @return 0 if all is up to date now, else 1
  @Override
  public Integer call() {
    try {
      CourseRoot course = CourseRoot.find(Path.of(root));
      List<Difference> differences = new ArrayList<>();
      for (Lesson lesson : course.lessons()) {
        differences.addAll(Difference.in(lesson));
      }
      return verify ? report(course, differences) : update(course, differences);
    } catch (SourceException | CourseException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private int report(CourseRoot course, List<Difference> differences) {
    differences.forEach(each -> out().println(name(course, each) + " " + each.sentence()));
    out()
        .println(
            differences.isEmpty()
                ? "lessons/ is what solutions/ say"
                : "lessons/ is out of date in %s; run `make derive`"
                    .formatted(files(differences.size())));
    return differences.isEmpty() ? 0 : 1;
  }

  private int update(CourseRoot course, List<Difference> differences) {
    DerivedRecord record = DerivedRecord.read(course.buildFolder());
    LearnersWork work = LearnersWork.in(course.path(), record);
    List<Difference> losses = differences.stream().filter(each -> work.holds(each.file())).toList();
    if (!losses.isEmpty() && !force) {
      refuse(course, losses);
      return 1;
    }
    for (Difference difference : differences) {
      write(course, difference, record);
    }
    record.save();
    out().println("lessons/: %s written or removed".formatted(files(differences.size())));
    return 0;
  }

  private static String files(int count) {
    return count == 1 ? "1 file" : count + " files";
  }

  private void refuse(CourseRoot course, List<Difference> losses) {
    PrintWriter err = spec.commandLine().getErr();
    err.println("Nothing written: these files hold work that is not committed.");
    losses.forEach(each -> err.println("  " + name(course, each)));
    err.println("Commit or move it, or write over it with --force.");
  }

  private void write(CourseRoot course, Difference difference, DerivedRecord record) {
    try {
      switch (difference) {
        case Difference.Missing missing -> write(course, missing.file(), missing.derived(), record);
        case Difference.Changed changed -> write(course, changed.file(), changed.derived(), record);
        case Difference.Extra extra -> Files.delete(extra.file());
      }
      String verb = difference instanceof Difference.Extra ? "removed " : "wrote ";
      out().println(verb + name(course, difference));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(CourseRoot course, Path file, String text, DerivedRecord record)
      throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    record.add(course.path(), file, text);
  }

  private static String name(CourseRoot course, Difference difference) {
    return course.path().relativize(difference.file()).toString().replace('\\', '/');
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
