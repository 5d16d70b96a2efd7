package contract;

/// What a host does for a plugin while the plugin works for it.
///
/// On the plugin's side an implementation asks the host's process. Its calls are part of the job
/// that they are made for: they end when the host cancels the job or its time is over, whatever
/// thread makes them.
///
/// Implementations are safe for use by many threads.
public interface HostServices {
  /// Takes the reports of the job.
  ProgressListener progress();

  /// The plugin's own store. It outlives the job, and the plugin's process: it is the host's.
  KeyValueStore store();
}
