package check.child;

import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;

/// Loads what nearly every check needs while the compiler is still at work on the other core.
final class WarmUp {
  private WarmUp() {}

  static void run(Launcher launcher) {
    launcher.execute(
        LauncherDiscoveryRequestBuilder.discoveryRequest()
            .selectors(DiscoverySelectors.selectClass(Nothing.class))
            .build());
    load("org.assertj.core.api.Assertions");
  }

  private static void load(String type) {
    try {
      Class.forName(type);
    } catch (ClassNotFoundException absent) {
      // A lesson that does not use it needs no warm-up either.
    }
  }

  /// A class without a check.
  static final class Nothing {}
}
