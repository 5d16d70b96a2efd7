package lifecycle;

import course.Exercise;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// How host and plugin agree on a version of the application's protocol.
///
/// The host offers its versions in the environment, the plugin chooses, the host accepts or refuses
/// (go-plugin: `protocolVersion` in server.go, `checkProtoVersion` in client.go).
public final class VersionNegotiation {
  /// The environment variable in which the host offers its versions.
  public static final String VARIABLE = "PLUGIN_PROTOCOL_VERSIONS";

  private VersionNegotiation() {}

  /// The host's offer as it stands in the environment: `1,2,3`.
  public static String offer(SortedSet<Integer> versions) {
    return String.join(",", versions.stream().map(String::valueOf).toList());
  }

  /// The plugin's choice.
  ///
  /// Exercise 2.5. The highest of the plugin's versions that the host offers. If there is none, or
  /// no offer at all: the plugin's lowest version, and the host is the one to refuse it. Entries of
  /// the offer that are no numbers are skipped; the order of the offer means nothing.
  ///
  /// @param own the plugin's versions, at least one
  /// @param offered the host's offer, such as `1,2,3`; empty from a host that negotiates nothing
  @Exercise(
      value = "2.5",
      stub =
          """
          import course.ExerciseNotDone;
          ExerciseNotDone.report("2.5");
          return own.first();
          """)
  public static int choose(SortedSet<Integer> own, String offered) {
    List<Integer> hostVersions = numbers(offered);
    return own.stream()
        .filter(hostVersions::contains)
        .max(Comparator.naturalOrder())
        .orElse(own.first());
  }

  /// Lets the host make sure that it has the version that the plugin chose.
  ///
  /// Exercise 2.5.
  ///
  /// @param own the host's versions
  /// @param chosen field 2 of the handshake line
  /// @throws IncompatibleVersionException if the host does not have that version; it tells both
  ///   sides' versions
  @Exercise(
      value = "2.5",
      stub =
          """
          import course.ExerciseNotDone;
          ExerciseNotDone.report("2.5");
          """)
  public static void requireKnown(SortedSet<Integer> own, int chosen) {
    if (!own.contains(chosen)) {
      throw new IncompatibleVersionException(chosen, new TreeSet<>(own));
    }
  }

  private static List<Integer> numbers(String offered) {
    List<Integer> numbers = new ArrayList<>();
    for (String entry : offered.split(",", -1)) {
      if (entry.strip().matches("[+-]?[0-9]{1,9}")) {
        numbers.add(Integer.parseInt(entry.strip()));
      }
    }
    return numbers;
  }
}
