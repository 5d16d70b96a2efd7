package prove;

import java.util.List;

/// What came out of one step of the proof.
///
/// @param summary what was proved, or what was to be, in a few words
/// @param problems why it failed; none: it passed
/// @param details what an author may want to read even so
public record Outcome(String summary, List<String> problems, List<String> details) {
  /// Copies the lists.
  public Outcome {
    problems = List.copyOf(problems);
    details = List.copyOf(details);
  }

  static Outcome of(String summary, List<String> problems) {
    return new Outcome(summary, problems, List.of());
  }

  boolean passed() {
    return problems.isEmpty();
  }
}
