package contract;

/// Is told how far a long job is.
@FunctionalInterface
public interface ProgressListener {
  /// Takes one report. The reports of a job with several threads may come in any order.
  ///
  /// @throws JobStoppedException if the job is to end: there is no use in going on
  /// @throws HostUnavailableException if the host gave no answer
  void report(Progress progress);
}
