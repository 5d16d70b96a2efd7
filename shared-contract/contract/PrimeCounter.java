package contract;

/// A long job: counts primes, and tells its host how far it is.
///
/// Implementations are safe for use by many threads.
public interface PrimeCounter {
  /// The highest limit.
  long HIGHEST = 10_000_000_000L;

  /// How many primes there are below a limit.
  ///
  /// It keeps intermediate results in the host's store. A second call with the same limit goes on
  /// where the first one was broken off, also in another process.
  ///
  /// A host cancels the job by interrupting the thread that waits for it.
  ///
  /// @param below 0 to [#HIGHEST]
  /// @param host takes reports and keeps intermediate results
  /// @throws IllegalArgumentException if the limit is out of range
  /// @throws JobStoppedException if the job was cancelled, or its time is over
  /// @throws HostUnavailableException if the other side gave no answer
  /// @throws StoreRefusedException if the host refuses to keep intermediate results
  long count(long below, HostServices host);
}
