package check;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where the methods of check classes stand, so that the first failure that a learner reads about
/// is the first one in the file.
final class MethodLines {
  private static final Pattern METHOD =
      Pattern.compile("(?m)^  (?:public |static |final )*void (\\w+)\\(");

  private MethodLines() {}

  /// Each method's place in the order of the files and their lines.
  static Map<String, Integer> of(List<Path> files) {
    Map<String, Integer> places = new HashMap<>();
    for (Path file : files) {
      Matcher method = METHOD.matcher(SourceText.read(file));
      while (method.find()) {
        places.putIfAbsent(method.group(1), places.size() + 1);
      }
    }
    return places;
  }
}
