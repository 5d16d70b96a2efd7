package check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Why an exercise did not pass.
///
/// @param sentence what is wrong, one line
/// @param facts values that show it, at most a handful
/// @param place where to look
/// @param trace the stack trace, shown only on demand; may be empty
public record Evidence(String sentence, List<Fact> facts, Optional<Place> place, String trace) {
  public Evidence {
    facts = List.copyOf(facts);
  }

  static Evidence of(String sentence, Fact... facts) {
    return new Evidence(sentence, List.of(facts), Optional.empty(), "");
  }

  Evidence withFact(Fact fact) {
    List<Fact> more = new ArrayList<>(facts);
    more.add(fact);
    return new Evidence(sentence, more, place, trace);
  }
}
