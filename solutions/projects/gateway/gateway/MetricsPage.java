package gateway;

/// An observer's figures. Safe for use by many threads.
public interface MetricsPage {
  /// The figures so far, in Prometheus' text format.
  ///
  /// @throws StepUnavailableException if they cannot be had now
  String text();
}
