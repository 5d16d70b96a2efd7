/// Layer 2: a plugin's whole life, from launch to kill.
///
/// The host's side begins at [PluginClient], one plugin process, and [PluginManager], many. The
/// plugin's side is [PluginServer]. Between them: launch and diagnosis, version negotiation,
/// states, logs and standard streams, measured and traced calls, the kill ladder, reattaching.
@NullMarked
package lifecycle;

import org.jspecify.annotations.NullMarked;
