package plugin.__package__;

import extensions.BrokerConnector;
import extensions.PluginArguments;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// The plugin's process. A host starts it; a person who does is told so.
final class __Type__Main {
  private __Type__Main() {}

  /// @param arguments the settings, `key=value` each: `greeting`, the words before the name; `Hello`
  ///   without it
  public static void main(String[] arguments) {
    PluginArguments settings = PluginArguments.of(arguments);
    String greeting = settings.text("greeting").orElse("Hello");
    ServiceSet services =
        ServiceSet.of(__Type__Kind.NAME, () -> new __Type__Service(new __Type__Work(greeting)));
    PluginServer.serve(
        ServeConfig.of(__Type__Kind.HANDSHAKE, services)
            .withConnector(BrokerConnector.forPlugin()));
  }
}
