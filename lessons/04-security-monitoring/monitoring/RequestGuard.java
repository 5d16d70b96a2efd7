package monitoring;

import course.Exercise;
import course.ExerciseNotDone;
import java.util.List;
import java.util.Set;

/// Tells requests to a server on this machine apart: a program of this machine, or a page of the
/// server's own, from a page of someone else's site in the same person's browser.
///
/// A browser lets any site send requests to this machine, and a site whose name suddenly leads here
/// (DNS rebinding) even read the answers. But it says in `Host` which name was asked for, and in
/// `Origin` and `Sec-Fetch-Site` whose page asks, and no script can change these.
public final class RequestGuard {
  private final Set<String> ownHosts;

  /// @param port the port that the server listens on
  public RequestGuard(int port) {
    ownHosts = Set.of("localhost:" + port, "127.0.0.1:" + port, "[::1]:" + port);
  }

  /// Whether a request may be answered.
  ///
  /// Exercise 4.5. Exactly one `Host` must be there, and be one of this machine's own names with
  /// the server's port: `localhost`, `127.0.0.1` or `[::1]`, in upper or lower case. There may be
  /// no `Origin` (programs and plain links send none); if there is, it must be exactly `http://`
  /// and the host that was asked. `null`, which a browser sends for a sandboxed page, is someone
  /// else. There may be no `Sec-Fetch-Site`; if there is, it must be `same-origin`, or `none` for
  /// an address that the person typed.
  ///
  /// @param host all values of the header `Host`; empty for none
  /// @param origin all values of the header `Origin`
  /// @param fetchSite all values of the header `Sec-Fetch-Site`
  @Exercise("4.5")
  public boolean allows(List<String> host, List<String> origin, List<String> fetchSite) {
    ExerciseNotDone.report("4.5");
    return false;
  }
}
