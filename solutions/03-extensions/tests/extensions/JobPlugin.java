package extensions;

import basics.MagicCookie;
import contract.HostServices;
import contract.KeyValueStore;
import contract.PrimeCounter;
import contract.Progress;
import contract.StoreRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin with a long job, as a process of its own. Its argument says how it works: `count` is
/// the real one, `threads` calls the host from other threads, `greedy` fills the host's store.
final class JobPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "job"));

  private JobPlugin() {}

  public static void main(String[] args) {
    PrimeCounter counter =
        switch (args[0]) {
          case "threads" -> JobPlugin::fromManyThreads;
          case "greedy" -> JobPlugin::fill;
          default -> new SegmentedPrimeCounter();
        };
    PluginServer.serve(
        ServeConfig.of(
                HANDSHAKE,
                ServiceSet.using(
                    "primes", parts -> new PrimeCounterService(counter, GrpcBroker.of(parts))))
            .withConnector(BrokerConnector.forPlugin()));
  }

  /// Reports from as many threads as it was asked for, each of which knows nothing of the call.
  private static long fromManyThreads(long threads, HostServices host) {
    List<CompletableFuture<Void>> reports = new ArrayList<>();
    for (long i = 1; i <= threads; i++) {
      Progress progress = new Progress(i, threads, "thread " + i);
      reports.add(
          CompletableFuture.runAsync(
              () -> host.progress().report(progress),
              task -> Thread.ofPlatform().daemon().start(task)));
    }
    try {
      CompletableFuture.allOf(reports.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
    return threads;
  }

  /// Counts the values that the host takes, up to a limit.
  private static long fill(long limit, HostServices host) {
    KeyValueStore store = host.store();
    for (long i = 0; i < limit; i++) {
      try {
        store.put("key" + i, new byte[16]);
      } catch (StoreRefusedException e) {
        return i;
      }
    }
    return limit;
  }
}
