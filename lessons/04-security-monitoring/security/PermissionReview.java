package security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;

/// Compares what one plugin declares with what it is granted, when a host starts. What counts is
/// what both say: a plugin cannot take what the host does not grant, and a grant that no manifest
/// asks for is left over from somewhere and opens nothing. Immutable.
///
/// @param plugin the plugin's name
/// @param declared what its manifest asks for
/// @param granted what the host's configuration grants
public record PermissionReview(String plugin, Permissions declared, Permissions granted) {
  private static final List<String> LIMITS =
      List.of("memory", "processes", "call_rate", "callback_rate");

  /// What the plugin is allowed to do.
  public Permissions effective() {
    return declared.and(granted);
  }

  /// What a person should know: empty if the two say the same.
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (String key : PermissionText.keys()) {
      finding(key).ifPresent(findings::add);
    }
    return List.copyOf(findings);
  }

  private Optional<Finding> finding(String key) {
    String asked = declared.text(key);
    String given = granted.text(key);
    String both = effective().text(key);
    if (LIMITS.contains(key)) {
      // A limit that only the host sets is its own affair; one below what is asked for is news.
      boolean tight = !asked.equals("any") && !both.equals(asked);
      return tight ? Optional.of(new Finding.NotGranted(key, asked, given)) : Optional.empty();
    }
    if (asked.equals(given)) {
      return Optional.empty();
    }
    return Optional.of(
        both.equals(given)
            ? new Finding.NotGranted(key, asked, given)
            : both.equals(asked)
                ? new Finding.NotDeclared(key, asked, given)
                : new Finding.Differ(key, asked, given, both));
  }

  /// Tells the findings to a log, a warning each.
  public void log(Logger logger) {
    findings().forEach(finding -> logger.warn("plugin \"{}\": {}", plugin, finding.text()));
  }

  /// One difference between what is declared and what is granted. The closed set.
  public sealed interface Finding {
    /// The key under `permissions`.
    String key();

    /// For a person: what it is, what follows, what to do.
    String text();

    /// The plugin asks for more than it is granted: some of its calls will be denied.
    ///
    /// @param declared as the manifest has it
    /// @param granted as the configuration has it
    record NotGranted(String key, String declared, String granted) implements Finding {
      @Override
      public String text() {
        return """
        it declares %s %s and is granted %s.
        What is not granted is denied: grant it in the host's configuration, or do without."""
            .formatted(key, declared, granted);
      }
    }

    /// The plugin is granted more than it ever asked for.
    ///
    /// @param declared as the manifest has it
    /// @param granted as the configuration has it
    record NotDeclared(String key, String declared, String granted) implements Finding {
      @Override
      public String text() {
        return """
        it is granted %s %s and declares %s.
        What is not declared stays closed: take it out of the host's configuration."""
            .formatted(key, granted, declared);
      }
    }

    /// Each has something that the other has not.
    ///
    /// @param declared as the manifest has it
    /// @param granted as the configuration has it
    /// @param effective what both have
    record Differ(String key, String declared, String granted, String effective)
        implements Finding {
      @Override
      public String text() {
        return """
        it declares %s %s and is granted %s.
        Only what stands in both counts: %s. Make the two agree."""
            .formatted(key, declared, granted, effective);
      }
    }
  }
}
