package attack;

import attack.AttackLine.Outcome;
import attack.AttackLine.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// Writes down how tests with marks end, if the system property `attacks.report` names a file;
/// otherwise it does nothing. JUnit finds it by itself on the class path of a module's tests.
public final class AttackListener implements TestExecutionListener {
  /// The system property that names the report's file. Lines are added to it.
  public static final String REPORT = "attacks.report";

  private final Optional<Path> report;

  /// By test (class and method): its marks.
  private final Map<String, List<AttackLine>> marks = new LinkedHashMap<>();

  /// By test: how it has ended, the worst of its parts.
  private final Map<String, Ending> endings = new HashMap<>();

  private Optional<TestPlan> plan = Optional.empty();

  /// Called by JUnit.
  public AttackListener() {
    this(Optional.ofNullable(System.getProperty(REPORT)).map(Path::of));
  }

  AttackListener(Optional<Path> report) {
    this.report = report;
  }

  @Override
  public synchronized void testPlanExecutionStarted(TestPlan started) {
    plan = report.isPresent() ? Optional.of(started) : Optional.empty();
    if (plan.isEmpty()) {
      return;
    }
    for (TestIdentifier root : started.getRoots()) {
      for (TestIdentifier test : started.getDescendants(root)) {
        method(test).ifPresent(this::plan);
      }
    }
  }

  private void plan(MethodSource source) {
    String test = name(source);
    if (marks.containsKey(test)) {
      return;
    }
    Method method = source.getJavaMethod();
    List<AttackLine> all = new ArrayList<>();
    for (Attack attack : method.getAnnotationsByType(Attack.class)) {
      all.add(
          new AttackLine(
              Role.ATTACK,
              attack.exercise(),
              attack.value(),
              attack.defence(),
              test,
              Outcome.PLANNED,
              ""));
    }
    for (Control control : method.getAnnotationsByType(Control.class)) {
      for (String attack : control.value()) {
        all.add(new AttackLine(Role.CONTROL, "", attack, "", test, Outcome.PLANNED, ""));
      }
    }
    marks.put(test, all);
    write(all);
  }

  @Override
  public synchronized void executionSkipped(TestIdentifier test, String reason) {
    end(test, Outcome.SKIPPED, reason);
  }

  @Override
  public synchronized void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String why = result.getThrowable().map(AttackListener::message).orElse("");
    switch (result.getStatus()) {
      case SUCCESSFUL -> end(test, Outcome.PASSED, "");
      case FAILED -> end(test, Outcome.FAILED, why);
      case ABORTED -> end(test, Outcome.SKIPPED, why);
    }
  }

  private static String message(Throwable error) {
    return Optional.ofNullable(error.getMessage())
        .orElseGet(error::toString)
        .replaceFirst("^Assumption failed: ", "");
  }

  /// A class ends after its methods: if it fails or is skipped as a whole, so are they.
  private void end(TestIdentifier id, Outcome how, String why) {
    if (plan.isEmpty()) {
      return;
    }
    Ending ending = new Ending(how, why);
    Optional<MethodSource> source = method(id);
    if (source.isPresent()) {
      String test = name(source.get());
      merge(test, ending);
      if (!isInvocation(id)) {
        tell(test);
      }
    } else if (how != Outcome.PASSED) {
      for (TestIdentifier part : plan.get().getDescendants(id)) {
        method(part).map(AttackListener::name).ifPresent(test -> merge(test, ending));
      }
      plan.get().getDescendants(id).stream()
          .flatMap(part -> method(part).stream())
          .map(AttackListener::name)
          .distinct()
          .forEach(this::tell);
    }
  }

  /// One of many of the same test, which ends after all of them.
  private boolean isInvocation(TestIdentifier id) {
    return plan.flatMap(all -> all.getParent(id)).flatMap(AttackListener::method).isPresent();
  }

  private void merge(String test, Ending ending) {
    endings.merge(test, ending, (old, fresh) -> rank(fresh.how) > rank(old.how) ? fresh : old);
  }

  private void tell(String test) {
    Optional.ofNullable(endings.get(test))
        .ifPresent(
            ending ->
                write(
                    marks.getOrDefault(test, List.of()).stream()
                        .map(mark -> mark.ended(ending.how, ending.why))
                        .toList()));
  }

  private static int rank(Outcome outcome) {
    return switch (outcome) {
      case PLANNED -> 0;
      case PASSED -> 1;
      case SKIPPED -> 2;
      case FAILED -> 3;
    };
  }

  private record Ending(Outcome how, String why) {}

  private static Optional<MethodSource> method(TestIdentifier test) {
    return test.getSource().filter(MethodSource.class::isInstance).map(MethodSource.class::cast);
  }

  private static String name(MethodSource source) {
    return source.getClassName() + "." + source.getMethodName();
  }

  private void write(List<AttackLine> lines) {
    if (lines.isEmpty()) {
      return;
    }
    try {
      Files.write(
          report.orElseThrow(),
          lines.stream().map(AttackLine::text).toList(),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
