package extensions;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells listeners what happened, one event after the other, on a thread of its own: a slow
/// listener holds up no plugin.
final class RegistryEvents implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(RegistryEvents.class);

  /// For listeners that hang: more than that the registry's end does not wait.
  private static final long CLOSE_SECONDS = 2;

  private final List<Consumer<RegistryEvent>> listeners;
  private final ExecutorService teller =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("registry-events").factory());

  RegistryEvents(List<Consumer<RegistryEvent>> listeners) {
    this.listeners = List.copyOf(listeners);
  }

  /// After the end it does nothing.
  void tell(RegistryEvent event) {
    try {
      teller.execute(() -> listeners.forEach(listener -> tell(listener, event)));
    } catch (RejectedExecutionException ignored) {
      // The registry is closed, and its listeners were told so.
    }
  }

  private static void tell(Consumer<RegistryEvent> listener, RegistryEvent event) {
    try {
      listener.accept(event);
    } catch (RuntimeException e) {
      LOGGER.warn("a listener failed at {}", event, e);
    }
  }

  /// Waits a moment until all is told.
  @Override
  public void close() {
    teller.shutdown();
    try {
      if (!teller.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        teller.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
