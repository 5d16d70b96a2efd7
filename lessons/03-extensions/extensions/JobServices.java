package extensions;

import contract.HostServices;
import contract.KeyValueStore;
import contract.ProgressListener;

/// What a host offers to one job.
///
/// @param progress takes the job's reports
/// @param store the plugin's own, of [PluginStores]
public record JobServices(ProgressListener progress, KeyValueStore store) implements HostServices {}
