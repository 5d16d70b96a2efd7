package derive;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names that a documentation comment links to, in HTML or Markdown form.
final class Documentation {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\[([^\\]]+)\\]" // [Type#member]
              + "|\\{@(?:link|linkplain|value)\\s+([^}]+)\\}"
              + "|@(?:throws|exception|see)\\s+(\\S+)");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$]*");

  private Documentation() {}

  static List<Use> namesIn(String comment) {
    List<Use> names = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(comment);
    while (reference.find()) {
      Matcher name = NAME.matcher(reference.group());
      while (name.find()) {
        names.add(Use.of(name.group(), Use.Kind.DOCUMENTATION));
      }
    }
    return names;
  }
}
