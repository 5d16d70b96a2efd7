import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import lifecycle.IncompatibleVersionException;
import lifecycle.VersionNegotiation;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The plugin's choice, then the host's answer to it.
@Tag("2.5")
@DisplayName("2.5 VersionNegotiation")
class VersionNegotiationCheck {
  @ParameterizedTest(
      name = "a plugin with {0}, a host with {1}: version {2}",
      quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "1; 1; 1",
        "1,2; 1; 1",
        "1; 1,2; 1",
        "1,2,3; 1,2,3; 3",
        "1,2,3; 1,2; 2",
        "1,2; 2,3; 2",
        "2,5,9; 1,5,8; 5",
        "1,2,10; 2,9,10; 10",
        "0,4; 0; 0",
      })
  @DisplayName("chooses the highest version that both have")
  void choosesTheHighestOfBoth(String own, String offered, int expected) {
    assertThat(VersionNegotiation.choose(versions(own), offered))
        .as("a plugin with %s, asked by a host with %s, chooses the highest of both", own, offered)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "an offer in the order {0}", quoteTextArguments = false)
  @ValueSource(strings = {"1,2,3", "3,2,1", "2,1,3", "1,3,2", "2,2,3,1"})
  @DisplayName("the order of the offer means nothing")
  void ignoresTheOrder(String offered) {
    assertThat(VersionNegotiation.choose(versions("1,2"), offered))
        .as("a plugin with 1 and 2, offered %s: Go hosts write the list in any order", offered)
        .isEqualTo(2);
  }

  @ParameterizedTest(name = "a plugin with {0}, a host with {1}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {"2,3; 1", "2,3; 4,5", "7; 1,2,3,4,5,6,8", "3,12; 1,2"})
  @DisplayName("offers its lowest version if there is none in common")
  void fallsBackToTheLowest(String own, String offered) {
    assertThat(VersionNegotiation.choose(versions(own), offered))
        .as("%s and %s have nothing in common: the plugin's lowest version", own, offered)
        .isEqualTo(versions(own).first());
  }

  @Test
  @DisplayName("offers its lowest version to a host that negotiates nothing")
  void fallsBackWithoutAnOffer() {
    assertThat(VersionNegotiation.choose(versions("2,3"), ""))
        .as("an empty offer: the plugin's lowest version")
        .isEqualTo(2);
  }

  @ParameterizedTest(name = "an offer of {0}", quoteTextArguments = false)
  @CsvSource(
      delimiter = ';',
      value = {
        "abc,1,2; 2",
        "1,abc; 1",
        "1,,2; 2",
        "2,; 2",
        ",1; 1",
        "1.5,1; 1",
        "99999999999999999999,1; 1",
        "2x,1; 1",
      })
  @DisplayName("skips what is no number")
  void skipsWhatIsNoNumber(String offered, int expected) {
    assertThatCode(() -> VersionNegotiation.choose(versions("1,2"), offered))
        .as("an offer of %s must not break the plugin: skip what is no number", offered)
        .doesNotThrowAnyException();
    assertThat(VersionNegotiation.choose(versions("1,2"), offered))
        .as("a plugin with 1 and 2, offered %s", offered)
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "an offer of {0}", quoteTextArguments = false)
  @ValueSource(strings = {"abc", ",", "v2", "99999999999999999999"})
  @DisplayName("offers its lowest version if nothing in the offer is a number")
  void fallsBackWithoutNumbers(String offered) {
    assertThatCode(() -> VersionNegotiation.choose(versions("1,2"), offered))
        .as("an offer of %s must not break the plugin", offered)
        .doesNotThrowAnyException();
    assertThat(VersionNegotiation.choose(versions("1,2"), offered))
        .as("a plugin with 1 and 2, offered %s: its lowest version", offered)
        .isEqualTo(1);
  }

  @Test
  @DisplayName("agrees with the rule on any two sets of versions")
  void agreesWithTheRule() {
    long seed = 25;
    Random random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      SortedSet<Integer> own = randomVersions(random);
      List<Integer> host = new ArrayList<>(randomVersions(random));
      Collections.shuffle(host, random);
      String offered = String.join(",", host.stream().map(String::valueOf).toList());
      TreeSet<Integer> both = new TreeSet<>(own);
      both.retainAll(host);

      assertThat(VersionNegotiation.choose(own, offered))
          .as("plugin %s, host %s (seed %d, round %d)", own, offered, seed, round)
          .isEqualTo(both.isEmpty() ? own.first() : both.last());
    }
  }

  @Test
  @DisplayName("the host accepts a version that it has")
  void acceptsAKnownVersion() {
    for (int chosen : List.of(1, 2, 5)) {
      assertThatCode(() -> VersionNegotiation.requireKnown(versions("1,2,5"), chosen))
          .as("a host with 1, 2 and 5 accepts %d", chosen)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "a plugin that chose {0}", quoteTextArguments = false)
  @ValueSource(ints = {0, 3, 4, 6, 100, -1})
  @DisplayName("the host refuses a version that it does not have")
  void refusesAnUnknownVersion(int chosen) {
    assertThatThrownBy(
            () -> VersionNegotiation.requireKnown(versions("1,2,5"), chosen),
            "a host with 1, 2 and 5 does not have %d: throw IncompatibleVersionException",
            chosen)
        .isInstanceOf(IncompatibleVersionException.class)
        .as("the message names the plugin's version and the host's, in this order")
        .hasMessageContaining("the plugin offers " + chosen)
        .hasMessageContaining("[1, 2, 5]");
  }

  private static SortedSet<Integer> versions(String list) {
    SortedSet<Integer> versions = new TreeSet<>();
    for (String version : list.split(",", -1)) {
      versions.add(Integer.valueOf(version));
    }
    return Collections.unmodifiableSortedSet(versions);
  }

  private static SortedSet<Integer> randomVersions(Random random) {
    SortedSet<Integer> versions = new TreeSet<>();
    int size = random.nextInt(1, 5);
    while (versions.size() < size) {
      versions.add(random.nextInt(0, 13));
    }
    return versions;
  }
}
