package attack;

import java.util.List;
import java.util.Optional;

/// A line of the report between the tests' JVM and the one that prints the table: how a test with a
/// mark has ended so far. Later lines of the same test and mark count.
///
/// @param role what the test is to the attack
/// @param exercise such as `4.2`; empty for a control
/// @param attack as its mark names it
/// @param defence as its mark names it; empty for a control
/// @param test class and method, such as `security.SandboxAttackTest.readsNothing`
/// @param outcome how the test has ended
/// @param why for a person, if it did not pass; may be empty
record AttackLine(
    Role role,
    String exercise,
    String attack,
    String defence,
    String test,
    Outcome outcome,
    String why) {

  /// What a test is to an attack.
  enum Role {
    /// In the test someone attacks, and a defence holds.
    ATTACK,
    /// The test shows that the attack works without the defence.
    CONTROL
  }

  /// How a test has ended.
  enum Outcome {
    /// It will run.
    PLANNED,
    /// All of it passed.
    PASSED,
    /// A part of it failed.
    FAILED,
    /// This machine lacks what the test needs.
    SKIPPED
  }

  AttackLine ended(Outcome how, String reason) {
    return new AttackLine(role, exercise, attack, defence, test, how, reason);
  }

  /// Lines with the same key tell of the same test and mark.
  String key() {
    return String.join("\t", role.name(), attack, defence, test);
  }

  /// One line, with tabs between the fields and none inside.
  String text() {
    return String.join(
        "\t",
        List.of(
            role.name(),
            plain(exercise),
            plain(attack),
            plain(defence),
            plain(test),
            outcome.name(),
            plain(why)));
  }

  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  /// Reads what [#text] wrote; empty for a line that is not complete.
  static Optional<AttackLine> parse(String line) {
    String[] fields = line.split("\t", -1);
    if (fields.length != 7) {
      return Optional.empty();
    }
    return Optional.of(
        new AttackLine(
            Role.valueOf(fields[0]),
            fields[1],
            fields[2],
            fields[3],
            fields[4],
            Outcome.valueOf(fields[5]),
            fields[6]));
  }
}
