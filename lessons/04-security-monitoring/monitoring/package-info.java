/// Layer 4: how plugins are, and what is done about it.
///
/// A [Supervisor] keeps a host's plugins running: it restarts what dies with growing, random delays
/// ([Backoff]) and a budget ([RestartBudget]), and takes out what does not recover ([Quarantine]).
/// Calls that go through it are stopped while a plugin fails ([CircuitBreaker]) and repeated where
/// that is harmless ([RetryPolicy]). All decisions take their time from a [Timeline], so that a day
/// passes in a test in no time.
///
/// What it knows is there for others: over HTTP on this machine ([LoopbackServer], [HealthPages])
/// and for Prometheus ([PluginMeters]). An [AnomalyWatch] compares what a plugin does with what it
/// usually does.
@NullMarked
package monitoring;

import org.jspecify.annotations.NullMarked;
