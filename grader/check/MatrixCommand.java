package check;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `matrix`: the guide's ability matrix, drawn from what the last checks have found. Runs nothing.
@Command(
    name = "matrix",
    description = "Draws your abilities: practice from your checks, theory as you say.",
    mixinStandardHelpOptions = true)
public final class MatrixCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  /// A point on the edge of the picture is half a point.
  private static final double EDGE = 0.05;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--root", paramLabel = "DIR", description = "The course's folder.")
  private Path root = Path.of("");

  @Option(
      names = "--theory",
      split = ",",
      paramLabel = "0..1",
      description = "What you can explain, an ability each: 1 without looking, 0.5 with the page.")
  private List<Double> theory = new ArrayList<>();

  /// Made by picocli.
  public MatrixCommand() {}

  @Override
  public Integer call() {
    try {
      CourseRoot course = CourseRoot.find(root);
      List<Ability> abilities = Ability.read(course.path().resolve("GUIDE.md"));
      requireOneEach(abilities);
      print(abilities, ListCommand.passed(course));
      return 0;
    } catch (CourseException e) {
      spec.commandLine().getErr().println("cannot draw: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private void requireOneEach(List<Ability> abilities) {
    boolean known = theory.stream().allMatch(one -> one >= 0 && one <= 1);
    if (!known || (!theory.isEmpty() && theory.size() != abilities.size())) {
      throw new CourseException(
          "--theory takes %d numbers from 0 to 1, in this order: %s"
              .formatted(
                  abilities.size(),
                  abilities.stream().map(Ability::name).collect(Collectors.joining(", "))));
    }
  }

  private void print(List<Ability> abilities, Set<String> passed) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> points = new ArrayList<>();
    for (int i = 0; i < abilities.size(); i++) {
      Ability ability = abilities.get(i);
      long done = ability.exercises().stream().filter(passed::contains).count();
      int all = ability.exercises().size();
      out.println("%-20s %d of %d passed".formatted(ability.name(), done, all));
      double known = theory.isEmpty() ? 0 : theory.get(i);
      points.add(point(ability.name(), (double) done / all, known));
    }
    if (theory.isEmpty()) {
      out.println("theory: you did not say, so it is drawn as 0; see --help");
    }
    out.println();
    out.println(
        """
        quadrantChart
          title What I have done
          x-axis little practice --> much practice
          y-axis little theory --> much theory
          quadrant-1 knows and does
          quadrant-2 knows, has not done
          quadrant-3 still open
          quadrant-4 does, cannot explain"""
            .stripIndent());
    points.forEach(out::println);
    out.flush();
  }

  private static String point(String name, double practice, double known) {
    return String.format(Locale.ROOT, "  %s: [%.2f, %.2f]", name, inside(practice), inside(known));
  }

  private static double inside(double value) {
    return Math.clamp(value, EDGE, 1 - EDGE);
  }
}
