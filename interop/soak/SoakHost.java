package soak;

import basics.Logging;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lifecycle.PluginClient;
import lifecycle.PluginManager;

/// A host that starts plugins and uses them until someone kills it.
public final class SoakHost {
  private SoakHost() {}

  /// Runs the host. Does not return.
  ///
  /// @param arguments how many plugins, the round's number, the plugin's command
  /// @throws InterruptedException if this thread is interrupted
  public static void run(String[] arguments) throws InterruptedException {
    Logging.toStderr();
    int plugins = Integer.parseInt(arguments[0]);
    int number = Integer.parseInt(arguments[1]);
    List<String> command = Arrays.asList(arguments).subList(2, arguments.length);
    try (PluginManager manager = new PluginManager()) {
      List<Thread> users = new ArrayList<>();
      for (int i = 0; i < plugins; i++) {
        PluginClient client =
            manager.add("plugin-" + i, PluginRound.config(command, number).build());
        users.add(Thread.ofPlatform().start(() -> PluginRound.use(client)));
      }
      for (Thread user : users) {
        user.join();
      }
    }
  }
}
