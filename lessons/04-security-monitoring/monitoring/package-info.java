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
///
/// A [HostTracing] and the [PluginTracing] of each plugin follow one request through all of its
/// processes, as OpenTelemetry's traces: what took the time, and where it failed. That is not what
/// [lifecycle.Trace] does, which notes on one side alone what happens there, in order: launches,
/// handshake lines, kills, calls. Neither knows of the other.
@NullMarked
package monitoring;

import org.jspecify.annotations.NullMarked;
