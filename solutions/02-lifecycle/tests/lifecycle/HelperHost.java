package lifecycle;

import basics.Logging;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A host for tests, as a process of its own: starts a plugin, tells about it on its stdout, waits
/// until someone ends it. Its arguments are the plugin's command.
final class HelperHost {
  private HelperHost() {}

  public static void main(String[] args) throws InterruptedException {
    Logging.toStderr();
    try (PluginManager manager = new PluginManager()) {
      PluginClient client = manager.add("helper", Helper.config(List.of(args)).build());
      client.start();
      System.out.println(client.id().orElseThrow() + " " + client.reattachConfig().toJson());
      new CountDownLatch(1).await();
    }
  }
}
