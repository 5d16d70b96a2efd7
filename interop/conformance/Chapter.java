package conformance;

import java.util.List;

/// Checks that belong together, and may share a process. Owns what it starts.
interface Chapter extends AutoCloseable {
  /// The checks, in the order in which they must run.
  List<Check> checks();

  /// Ends all processes that the checks have started.
  @Override
  void close();
}
