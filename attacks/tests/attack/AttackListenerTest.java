package attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import attack.AttackLine.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.LauncherConstants;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class AttackListenerTest {
  @TempDir private Path folder;

  /// Tests that end in each way. Surefire leaves nested classes alone.
  static final class Mixed {
    @Test
    @Attack(value = "passes", defence = "d", exercise = "9.1")
    @Attack(value = "passes too", defence = "d", exercise = "9.2")
    @Control("another")
    void passes() {}

    @Test
    @Attack(value = "fails", defence = "d", exercise = "9.1")
    void fails() {
      Assertions.fail("it came\tthrough");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    @Attack(value = "fails once", defence = "d", exercise = "9.1")
    void failsOnce(int which) {
      assertThat(which).isNotEqualTo(2);
    }

    @Test
    @Attack(value = "is skipped", defence = "d", exercise = "9.1")
    void isSkipped() {
      Assumptions.abort("no tool");
    }

    @Test
    void hasNoMark() {}
  }

  /// A class that is skipped as a whole.
  static final class Skipped {
    @BeforeAll
    static void need() {
      Assumptions.abort("no machine");
    }

    @Test
    @Attack(value = "is skipped with its class", defence = "d", exercise = "9.1")
    void never() {}
  }

  private Map<String, AttackLine> run(Class<?>... tests) throws IOException {
    Path report = folder.resolve("report.tsv");
    LauncherDiscoveryRequestBuilder request =
        LauncherDiscoveryRequestBuilder.request()
            .configurationParameter(LauncherConstants.STACKTRACE_PRUNING_ENABLED_PROPERTY_NAME, "");
    for (Class<?> test : tests) {
      request.selectors(selectClass(test));
    }
    LauncherFactory.create().execute(request.build(), new AttackListener(Optional.of(report)));
    Map<String, AttackLine> latest = new LinkedHashMap<>();
    for (String line : Files.readAllLines(report)) {
      AttackLine parsed = AttackLine.parse(line).orElseThrow();
      latest.put(parsed.attack(), parsed);
    }
    return latest;
  }

  @Test
  void eachMarkGetsTheEndOfItsTest() throws IOException {
    Map<String, AttackLine> latest = run(Mixed.class, Skipped.class);

    assertThat(latest)
        .containsOnlyKeys(
            "passes",
            "passes too",
            "another",
            "fails",
            "fails once",
            "is skipped",
            "is skipped with its class");
    assertThat(latest.get("passes too"))
        .isEqualTo(
            new AttackLine(
                AttackLine.Role.ATTACK,
                "9.2",
                "passes too",
                "d",
                Mixed.class.getName() + ".passes",
                Outcome.PASSED,
                ""));
    assertThat(latest.get("another"))
        .returns(AttackLine.Role.CONTROL, AttackLine::role)
        .returns(Outcome.PASSED, AttackLine::outcome);
    assertThat(latest.get("fails"))
        .returns(Outcome.FAILED, AttackLine::outcome)
        .returns("it came through", AttackLine::why);
    assertThat(latest.get("fails once")).returns(Outcome.FAILED, AttackLine::outcome);
    assertThat(latest.get("is skipped"))
        .returns(Outcome.SKIPPED, AttackLine::outcome)
        .returns("no tool", AttackLine::why);
    assertThat(latest.get("is skipped with its class"))
        .returns(Outcome.SKIPPED, AttackLine::outcome)
        .returns("no machine", AttackLine::why);
  }

  @Test
  void eachMarkIsPlannedFirst() throws IOException {
    Map<String, AttackLine> latest = run(Mixed.class);

    assertThat(Files.readAllLines(folder.resolve("report.tsv")).subList(0, latest.size()))
        .allSatisfy(line -> assertThat(line).contains("\tPLANNED\t"));
  }
}
