package conformance;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which version the plugin chooses of those that a host offers. Each check is a start.
final class VersionChapter implements Chapter {
  private static final String RULE =
      "go-plugin: PLUGIN_PROTOCOL_VERSIONS. The plugin takes its highest version that the host"
          + " has; with none in common, its lowest. Items that are no numbers do not count.";

  private final Subject subject;
  private OptionalInt highest = OptionalInt.empty();
  private OptionalInt lowest = OptionalInt.empty();

  VersionChapter(Subject subject) {
    this.subject = subject;
    if (!subject.versions().isEmpty()) {
      highest = OptionalInt.of(subject.versions().last());
      lowest = OptionalInt.of(subject.versions().first());
    }
  }

  @Override
  public List<Check> checks() {
    return List.of(
        new Check("version-highest", RULE, this::takesHighest),
        new Check("version-no-list", RULE, this::takesLowestWithoutList),
        new Check("version-common", RULE, () -> takes("1000," + lowest(), lowest())),
        new Check("version-order", RULE, this::ignoresOrder),
        new Check("version-no-match", RULE, () -> takes("1000", lowest())),
        new Check("version-malformed", RULE, () -> takes("abc,," + highest(), highest())));
  }

  private Finding takesHighest() throws IOException, InterruptedException, UnusableException {
    int chosen = chosen(Optional.empty());
    if (highest.isEmpty()) {
      highest = OptionalInt.of(chosen);
      return Finding.pass("chose %d of 1 to 99", chosen);
    }
    return Finding.of(chosen == highest(), "chose %d, its highest is %d", chosen, highest());
  }

  private Finding takesLowestWithoutList()
      throws IOException, InterruptedException, UnusableException {
    int chosen = chosen(Optional.of(""));
    if (lowest.isEmpty()) {
      lowest = OptionalInt.of(chosen);
      return Finding.of(chosen <= highest(), "chose %d; its highest is %d", chosen, highest());
    }
    return Finding.of(chosen == lowest(), "chose %d, its lowest is %d", chosen, lowest());
  }

  private Finding ignoresOrder() throws IOException, InterruptedException, UnusableException {
    return highest() == lowest()
        ? Finding.skip("it has one version only")
        : takes(lowest() + "," + highest(), highest());
  }

  private Finding takes(String offer, int expected)
      throws IOException, InterruptedException, UnusableException {
    int chosen = chosen(Optional.of(offer));
    return Finding.of(chosen == expected, "chose %d of \"%s\"", chosen, offer);
  }

  /// @param offer the host's list; empty for all versions, the empty text for no list at all
  private int chosen(Optional<String> offer)
      throws IOException, InterruptedException, UnusableException {
    try (Session session =
        new Session(
            subject,
            environment -> {
              offer.ifPresent(list -> environment.put(Subject.VERSIONS, list));
              environment.remove(Subject.VERSIONS, "");
            })) {
      String field = session.line().field(2);
      if (!field.matches("[0-9]{1,9}")) {
        throw new UnusableException("field 2 is no number: " + field);
      }
      return Integer.parseInt(field);
    }
  }

  private int highest() throws UnusableException {
    return highest.orElseThrow(() -> new UnusableException("its highest version is not known"));
  }

  private int lowest() throws UnusableException {
    return lowest.orElseThrow(() -> new UnusableException("its lowest version is not known"));
  }

  @Override
  public void close() {
    // Each check ends its own process.
  }
}
