package extensions;

import io.grpc.Channel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;
import java.util.function.Function;

/// A host's lasting handle on one plugin of a [PluginRegistry]: it stays the same while the plugin
/// starts, dies, is swapped.
///
/// Safe for use by many threads. The registry owns the plugin: a handle needs no closing.
public final class PluginHandle {
  private final RegisteredPlugin plugin;

  PluginHandle(RegisteredPlugin plugin) {
    this.plugin = plugin;
  }

  /// The plugin's name.
  public String name() {
    return plugin.name();
  }

  /// What the plugin says of itself; after a swap, what the new one says.
  public PluginManifest manifest() {
    return plugin.manifest();
  }

  /// How it is now.
  public PluginSnapshot snapshot() {
    return plugin.snapshot();
  }

  /// A channel that leads to the process that serves at the beginning of each call: make a client
  /// once and keep it over all swaps. A call while the plugin is not ready ends at once with
  /// `UNAVAILABLE`; the first one starts it.
  ///
  /// What belongs to one connection, such as the broker, does not go over it.
  public Channel channel() {
    return plugin.channel();
  }

  /// A client over [#channel], such as `handle.client(CalculatorClient::new)`.
  public <T> T client(Function<Channel, T> factory) {
    return factory.apply(plugin.channel());
  }

  /// Starts the plugin and what it depends on, unless it runs or starts already; also after it has
  /// failed or died. Returns at once.
  ///
  /// @return completes when it is ready, or exceptionally with the reason why it is not
  public CompletableFuture<Void> start() {
    return plugin.begin(/* again= */ true).copy();
  }

  /// For a caller that does not wait: returns if the plugin is ready. One that was never started
  /// begins to start now.
  ///
  /// @return this
  /// @throws PluginNotReadyException if it is not ready at this moment; it tells what it is instead
  ///   and since when
  public PluginHandle requireReady() {
    plugin.requireReady();
    return this;
  }

  /// For a caller that waits: returns as soon as the plugin is ready. One that was never started
  /// begins to start now; for one that has failed or died no one waits.
  ///
  /// @param limit how long to wait at most; zero or more
  /// @return this
  /// @throws PluginNotReadyException if it is not ready when the time is up, or does not start
  public PluginHandle awaitReady(Duration limit) {
    plugin.awaitReady(plugin.begin(/* again= */ false), limit);
    return this;
  }

  /// Starts a second process of the plugin and keeps it waiting, tried as each new one is. At the
  /// end of the first it takes its place at once: no call finds the plugin not ready, those in
  /// flight fail with `UNAVAILABLE`. It is used once: ask for another after
  /// [RegistryEvent.Promoted]. A swap ends it. Does nothing if one waits or starts already. Returns
  /// at once.
  ///
  /// @return completes when it waits, or exceptionally with the reason why it does not
  public CompletableFuture<Void> warmStandby() {
    return plugin.warmStandby().copy();
  }

  /// Shows the standby, if one waits, to whoever judges it: one that hangs would be of no use at
  /// the end of the first process. One that is not to be kept is ended
  /// ([RegistryEvent.StandbyLost]).
  ///
  /// @param keep is given the standby's process id and a channel to it, and tells whether to keep
  ///   it
  /// @return false if it was ended
  public boolean examineStandby(BiPredicate<String, Channel> keep) {
    return plugin.examineStandby(keep);
  }

  /// Takes the process that serves out of use and ends it: for one that lives and is of no use. All
  /// is then as if it had ended by itself; a standby takes its place. Returns when the process has
  /// ended.
  ///
  /// @param reason for a person
  /// @return false if no process serves
  public boolean giveUp(String reason) {
    return plugin.giveUp(reason);
  }

  /// Ends the plugin's processes and breaks off a start: it is [PluginReadiness#FAILED], until
  /// [#start]. Returns when the process has ended.
  ///
  /// @param reason for a person; each call is told so
  public void takeOut(String reason) {
    plugin.takeOut(reason);
  }
}
