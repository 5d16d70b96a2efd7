package monitoring;

import java.util.Map;
import java.util.function.Supplier;

/// What a [LoopbackServer] has only for those who show the token.
///
/// A guard of origins keeps other sites away, not other people: each program of this machine, of
/// whatever user, reaches the server.
///
/// @param token what a request must show
/// @param pages what is read, by path (GET), such as `/tail`
/// @param actions what is done, by path (POST, without a body), such as `/plugins/calculator/kill`;
///   each answers what came of it
public record GuardedPages(
    AccessToken token, Map<String, Supplier<Reply>> pages, Map<String, Supplier<Reply>> actions) {
  /// Copies the maps.
  public GuardedPages {
    pages = Map.copyOf(pages);
    actions = Map.copyOf(actions);
  }
}
