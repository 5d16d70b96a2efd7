package monitoring;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// One plugin as its [Recovery] sees it. What happens to it comes back as events.
interface Supervised {
  String name();

  /// Starts it, unless it runs. Returns at once.
  void start();

  /// Starts a second process that waits. Returns at once.
  CompletableFuture<Void> warmStandby();

  /// Ends what runs of it, and returns when that is done.
  void takeOut(String reason);

  /// What it depends on and is not ready; empty if all is.
  Optional<String> missing();

  /// Looks at its manifest, and takes it over if it has changed.
  ///
  /// @return whether it has
  boolean adoptChangedManifest();
}
