package extensions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A plugin's own version, such as `1.4.0` or `2.0.0-rc.1` (semver.org, 2.0.0).
///
/// Not the application's protocol version: that is what host and plugin agree on, this is a name
/// for one build of the plugin. What follows a `+` names a build and has no rank: it is left out.
///
/// @param major changes with what breaks a user; 0 to 999999999
/// @param minor changes with what is new; 0 to 999999999
/// @param patch changes with what is mended; 0 to 999999999
/// @param preRelease what follows the `-`, such as `rc.1`; empty for a release
public record SemanticVersion(int major, int minor, int patch, String preRelease)
    implements Comparable<SemanticVersion> {
  /// No honest version is longer. The pattern would follow a longer one to the stack's end.
  private static final int LIMIT_CHARS = 255;

  private static final String NUMBER = "(0|[1-9][0-9]{0,8})";

  private static final String PART = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";

  private static final Pattern FORM =
      Pattern.compile(
          "%s\\.%s\\.%s(?:-(%s(?:\\.%s)*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?"
              .formatted(NUMBER, NUMBER, NUMBER, PART, PART));

  /// The version in that text; empty if it is none. `1.0` is none: all three numbers must stand
  /// there. Nor is a text of more than 255 characters.
  public static Optional<SemanticVersion> parse(String text) {
    if (text.length() > LIMIT_CHARS) {
      return Optional.empty();
    }
    Matcher match = FORM.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    String preRelease = match.group(4);
    return Optional.of(
        new SemanticVersion(
            Integer.parseInt(match.group(1)),
            Integer.parseInt(match.group(2)),
            Integer.parseInt(match.group(3)),
            preRelease == null ? "" : preRelease));
  }

  /// By rank (semver.org, section 11): `1.0.0-rc.2 < 1.0.0-rc.10 < 1.0.0 < 1.0.1`.
  @Override
  public int compareTo(SemanticVersion other) {
    int order = Integer.compare(major, other.major);
    order = order != 0 ? order : Integer.compare(minor, other.minor);
    order = order != 0 ? order : Integer.compare(patch, other.patch);
    return order != 0 ? order : comparePreReleases(preRelease, other.preRelease);
  }

  private static int comparePreReleases(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      // A release comes after all that led to it.
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    String[] lefts = left.split("\\.", -1);
    String[] rights = right.split("\\.", -1);
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      int order = compareParts(lefts[i], rights[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }

  /// Numbers by value and before texts. A number has no leading zero, so a longer one is greater.
  private static int compareParts(String left, String right) {
    boolean leftIsNumber = isNumber(left);
    boolean rightIsNumber = isNumber(right);
    if (leftIsNumber != rightIsNumber) {
      return leftIsNumber ? -1 : 1;
    }
    if (leftIsNumber && left.length() != right.length()) {
      return Integer.compare(left.length(), right.length());
    }
    return left.compareTo(right);
  }

  private static boolean isNumber(String part) {
    return part.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// As in a manifest: `1.4.0`, `2.0.0-rc.1`.
  @Override
  public String toString() {
    String release = "%d.%d.%d".formatted(major, minor, patch);
    return preRelease.isEmpty() ? release : release + "-" + preRelease;
  }
}
