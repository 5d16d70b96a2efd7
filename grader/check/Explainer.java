package check;

import check.child.Event.Status;
import check.child.Frame;
import check.child.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Puts into words why a check did not pass.
///
/// @param finder finds the lines to point at
record Explainer(SourceFinder finder) {
  private static final List<String> ASSERTIONS =
      List.of(
          "java.lang.AssertionError",
          "org.opentest4j.AssertionFailedError",
          "org.opentest4j.MultipleFailuresError");

  /// The evidence of a check that failed or ran out of time.
  Evidence failure(CheckOutcome check, Limits limits) {
    Problem problem = check.problem().orElseThrow();
    Optional<ArchitectureText> rule = ArchitectureText.read(problem.message());
    if (check.status() == Status.TIMED_OUT) {
      return timeout(check, problem, limits);
    }
    if (rule.isPresent()) {
      Optional<Place> place =
          rule.get().file().flatMap(file -> finder.anywhere(file, rule.get().line()));
      return new Evidence(check.name(), rule.get().facts(), place, problem.trace());
    }
    Optional<Place> place = finder.place(problem.frames());
    return new Evidence(check.name(), facts(problem), place, problem.trace());
  }

  private Evidence timeout(CheckOutcome check, Problem problem, Limits limits) {
    Fact limit = new Fact("limit", limits.check().toMillis() / 1_000.0 + " s for one check");
    return new Evidence(
        check.name(), List.of(limit), finder.place(problem.frames()), problem.trace());
  }

  private static List<Fact> facts(Problem problem) {
    boolean assertion = isAssertion(problem.type());
    if (assertion && !problem.message().isBlank()) {
      return AssertionText.facts(problem.message());
    }
    String message = problem.message().lines().findFirst().orElse("");
    String name = problem.type().substring(problem.type().lastIndexOf('.') + 1);
    return List.of(new Fact("threw", message.isBlank() ? name : name + ": " + message));
  }

  private static boolean isAssertion(String type) {
    return ASSERTIONS.contains(type)
        || type.startsWith("org.assertj.")
        || type.startsWith("org.awaitility.");
  }

  /// The evidence of a check that met a body which is still to be written.
  Evidence notDone(ExerciseChecks exercise, CheckOutcome check) {
    Problem problem = check.problem().orElseThrow();
    Optional<Place> place = finder.place(ownFrames(problem)).or(() -> finder.hole(problem.hole()));
    List<Fact> facts = new ArrayList<>();
    if (!problem.hole().equals(exercise.id())) {
      facts.add(new Fact("needs", "exercise " + problem.hole() + ", which is not done yet"));
    }
    return new Evidence(sentence(problem), facts, place, problem.trace());
  }

  private static String sentence(Problem problem) {
    List<Frame> frames = ownFrames(problem);
    return frames.isEmpty()
        ? "exercise " + problem.hole() + " is not done yet"
        : member(frames.getFirst()) + " is not done yet";
  }

  /// The frames, if they are those of the unfinished body and not of a check that heard of it.
  private static List<Frame> ownFrames(Problem problem) {
    return problem.frames().stream().limit(1).filter(frame -> frame.type().contains(".")).toList();
  }

  private static String member(Frame frame) {
    String type = frame.type().substring(frame.type().lastIndexOf('.') + 1).replace('$', '.');
    String method = frame.method();
    if (method.startsWith("lambda$")) {
      method = method.split("\\$", -1)[1];
    }
    return method.equals("<init>") ? "the constructor of " + type : type + "." + method;
  }
}
