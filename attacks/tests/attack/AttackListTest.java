package attack;

import static org.assertj.core.api.Assertions.assertThat;

import attack.MarkedTests.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The table of `make attacks` has what it must have.
class AttackListTest {
  /// What the course promises to try. A row may be renamed here and there, but not go.
  private static final List<String> PROMISED =
      List.of(
          "no cookie",
          "no client certificate",
          "a self-made client certificate",
          "an expired client certificate",
          "someone else's client certificate",
          "plugin swapped between check and start",
          "one byte changed in a jar",
          "a file added",
          "a manifest signed by an unknown key",
          "../ in a path to the file plugin",
          "a symbolic link in the file plugin's folder",
          "a hard link to a file elsewhere",
          "/proc/self/root in a path to the file plugin",
          "SSRF by a redirect",
          "SSRF by a name that leads inside",
          "a plugin that opens the network",
          "a plugin that reads /etc/shadow",
          "a plugin that forks 1,000 times",
          "a plugin that eats memory",
          "a plugin that floods its log",
          "a forged audit line",
          "a cut audit log",
          "reordered audit lines",
          "the single-use token, a second time",
          "HTTP from another origin",
          "HTTP without the token",
          "HTTP with a body of 1 GB",
          "a plugin that crashes at every start");

  /// Attacks that no test carries out with the defence off, and why.
  private static final Set<String> WITHOUT_CONTROL =
      Set.of(
          // Which one wins is a matter of luck, with a defence that has a gap.
          "a folder swapped for a link while it is read",
          "SSRF by a name that changes after the check",
          // Spans have no other way than through this defence.
          "a plugin that forges spans of others",
          // Replicas know no other way than with certificates.
          "a stranger registers as a replica",
          "a stranger calls a replica");

  private final MarkedTests marked;

  AttackListTest() throws IOException {
    marked = MarkedTests.below(Path.of(".."));
  }

  private Set<String> attacks() {
    Set<String> names = new TreeSet<>();
    marked.attacks().forEach(mark -> names.add(mark.attack()));
    return names;
  }

  @Test
  void whatIsPromisedIsThere() {
    assertThat(attacks()).containsAll(PROMISED);
  }

  @Test
  void eachAttackWorksWhereItsDefenceIsOff() {
    Set<String> without = new TreeSet<>(attacks());
    marked.controls().forEach(without::remove);

    assertThat(without).as("attacks without a control").isEqualTo(new TreeSet<>(WITHOUT_CONTROL));
    assertThat(attacks()).as("controls are of attacks").containsAll(marked.controls());
  }

  @Test
  void eachRowIsComplete() {
    assertThat(marked.attacks())
        .allSatisfy(
            mark -> {
              assertThat(mark.attack()).as(mark.where()).isNotBlank().hasSizeLessThan(61);
              assertThat(mark.defence()).as(mark.where()).isNotBlank().hasSizeLessThan(61);
              assertThat(mark.exercise()).as(mark.where()).matches("[1-9](\\.[1-9][0-9]?)?");
            });
  }

  @Test
  void anAttackHasOneExerciseHoweverManyTests() {
    for (String attack : attacks()) {
      assertThat(marked.attacks())
          .filteredOn(mark -> mark.attack().equals(attack))
          .extracting(Mark::exercise)
          .as(attack)
          .containsOnly(
              marked.attacks().stream()
                  .filter(mark -> mark.attack().equals(attack))
                  .findFirst()
                  .orElseThrow()
                  .exercise());
    }
  }

  @Test
  void marksStandOnTests() {
    assertThat(marked.notTests()).isEmpty();
  }
}
