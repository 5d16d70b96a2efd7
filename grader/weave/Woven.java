package weave;

import java.util.List;

/// A page as it should be.
///
/// @param text the whole page; where there is a problem, that place is as it was
/// @param problems what cannot be woven, a sentence each, with page and line
public record Woven(String text, List<String> problems) {
  /// Copies the list.
  public Woven {
    problems = List.copyOf(problems);
  }
}
