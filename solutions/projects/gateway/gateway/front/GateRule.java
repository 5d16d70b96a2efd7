package gateway.front;

import gateway.Verdict;
import java.util.Set;

/// How the gateway uses a gate.
///
/// @param plugin its name
/// @param shown the headers that it is shown, in lower case, and no others
/// @param whenGone what becomes of a request while it gives no decision
public record GateRule(String plugin, Set<String> shown, WhenGone whenGone) {
  /// Without it nobody can be told from anybody: closed.
  public static final GateRule AUTHENTICATION =
      new GateRule("auth", Set.of("authorization"), WhenGone.REFUSE);

  /// It keeps the server behind from too much work, and nobody out: open.
  public static final GateRule RATE_LIMIT =
      new GateRule("rate-limit", Set.of(Verdict.SUBJECT), WhenGone.PASS);

  /// Copies the set.
  public GateRule {
    shown = Set.copyOf(shown);
  }
}
