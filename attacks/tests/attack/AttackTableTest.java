package attack;

import static org.assertj.core.api.Assertions.assertThat;

import attack.AttackLine.Outcome;
import attack.AttackLine.Role;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttackTableTest {
  private static final String LONG_ATTACK = "a plugin that forks as often as it can, and then more";
  private static final String LONG_DEFENCE = "a control group that the host makes for each plugin";

  private final List<AttackLine> report = new ArrayList<>();

  private void attack(String exercise, String attack, Outcome outcome, String why) {
    report.add(
        new AttackLine(Role.ATTACK, exercise, attack, LONG_DEFENCE, "a.T." + attack, outcome, why));
  }

  private void control(String attack, Outcome outcome) {
    report.add(new AttackLine(Role.CONTROL, "", attack, "", "a.T.control", outcome, "broken"));
  }

  private AttackTable table() {
    return new AttackTable(report, /* colours= */ false);
  }

  @Test
  void aRowSaysAttackDefenceRefusalAndControl() {
    attack("4.10", "an impostor", Outcome.PASSED, "");
    attack("4.4", LONG_ATTACK, Outcome.PLANNED, "");
    attack("4.4", LONG_ATTACK, Outcome.PASSED, "");
    control(LONG_ATTACK, Outcome.PASSED);

    assertThat(table().allRefused()).isTrue();
    assertThat(table().text())
        .startsWith(
            """
                 attack                         defence                      refused control
            --------------------------------------------------------------------------------
            4.4  a plugin that forks as often   a control group that the     yes     yes
                 as it can, and then more       host makes for each plugin
            4.10 an impostor                    a control group that the     yes     -
                                                host makes for each plugin
            --------------------------------------------------------------------------------
            2 attacks: 2 refused, 0 not refused, 0 skipped.
            """);
  }

  @Test
  void whatIsNotRefusedFailsAndIsNamedWithItsReason() {
    attack("4.4", "forks", Outcome.PASSED, "");
    attack("4.5", "asks", Outcome.FAILED, "expected 403 but was 200");

    assertThat(table().allRefused()).isFalse();
    assertThat(table().text())
        .containsPattern("(?m)^4.5  asks .* NO      -$")
        .contains("1 refused, 1 not refused")
        .contains("Not as it should be:\n  a.T.asks\n    expected 403 but was 200\n");
  }

  @Test
  void aRowOfTwoTestsIsAsItsWorst() {
    attack("4.4", "forks", Outcome.FAILED, "it forked");
    report.add(
        new AttackLine(Role.ATTACK, "4.4", "forks", LONG_DEFENCE, "a.B.b", Outcome.PASSED, ""));

    assertThat(table().allRefused()).isFalse();
    assertThat(table().text()).contains("1 attacks: 0 refused, 1 not refused");
  }

  @Test
  void whatIsSkippedFailsNothingAndSaysHowToGetIt() {
    attack("4.4", "forks", Outcome.SKIPPED, "bubblewrap is missing: install it");

    assertThat(table().allRefused()).isTrue();
    assertThat(table().text())
        .containsPattern("(?m)^4.4  forks .* skipped -$")
        .contains("  a.T.forks\n    bubblewrap is missing: install it\n")
        .contains("`make setup`");
  }

  @Test
  void whatNeverRanOrHasABrokenControlFails() {
    attack("4.4", "forks", Outcome.PLANNED, "");
    assertThat(table().allRefused()).isFalse();
    assertThat(table().text()).contains("NOT RUN");

    attack("4.4", "forks", Outcome.PASSED, "");
    control("forks", Outcome.FAILED);
    assertThat(table().allRefused()).isFalse();
    assertThat(table().text()).containsPattern("(?m)^4.4  forks .* yes     NO$");

    report.clear();
    assertThat(table().allRefused()).as("no attacks at all").isFalse();
  }

  @Test
  void noLineIsWiderThanATerminal() {
    attack("4.10", LONG_ATTACK, Outcome.SKIPPED, "w".repeat(200) + " and more words of it");
    attack("4.10", "x".repeat(70), Outcome.FAILED, "a reason ".repeat(30));

    assertThat(table().text().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(81));
  }

  @Test
  void coloursOnlyWhereTheyAreWelcome() {
    attack("4.4", "forks", Outcome.FAILED, "");

    assertThat(table().text()).doesNotContain("\u001b");
    assertThat(new AttackTable(report, /* colours= */ true).text())
        .contains("\u001b[1;31mNO     \u001b[0m");
  }
}
