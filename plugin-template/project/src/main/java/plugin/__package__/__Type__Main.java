package plugin.__package__;

import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// The plugin's process. A host starts it; a person who does is told so.
final class __Type__Main {
  private __Type__Main() {}

  /// @param arguments the words of the greeting; `Hello` without any
  public static void main(String[] arguments) {
    String greeting = arguments.length == 0 ? "Hello" : String.join(" ", arguments);
    PluginServer.serve(
        ServeConfig.of(
            __Type__Kind.HANDSHAKE,
            ServiceSet.of(
                __Type__Kind.NAME, () -> new __Type__Service(new __Type__Greeter(greeting)))));
  }
}
