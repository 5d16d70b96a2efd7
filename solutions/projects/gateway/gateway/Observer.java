package gateway;

import java.util.List;

/// A step that is told of requests after they were answered. Safe for use by many threads.
public interface Observer {
  /// Takes note of them, the oldest first.
  ///
  /// @throws StepUnavailableException if it is not known to have done so
  void report(List<Passage> passages);
}
