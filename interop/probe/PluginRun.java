package probe;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.TcpListener;
import extensions.BrokerConnector;
import extensions.GrpcBroker;
import java.util.Map;
import java.util.TreeMap;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;
import picocli.CommandLine;
import security.AutoMtls;

/// The plugin's program: serves until its host ends it.
public final class PluginRun {
  private PluginRun() {}

  /// Serves. Does not return.
  ///
  /// @param arguments the command line, see [PluginOptions]
  /// @throws picocli.CommandLine.ParameterException if it is wrong
  public static void run(String[] arguments) {
    PluginOptions options = new PluginOptions();
    var ignored = new CommandLine(options).parseArgs(arguments);
    Map<Integer, ServiceSet> services = new TreeMap<>();
    options.versions.forEach(version -> services.put(version, services(version)));
    ServeConfig config =
        ServeConfig.of(Agreement.HANDSHAKE, services)
            .withSecurity(AutoMtls.plugin())
            .withConnector(BrokerConnector.forPlugin());
    if (options.tcp) {
      config = config.withListener(TcpListener.of(System.getenv()));
    }
    if (options.messageLimitBytes > 0) {
      config =
          config.withServer(builder -> builder.maxInboundMessageSize(options.messageLimitBytes));
    }
    PluginServer.serve(config);
  }

  private static ServiceSet services(int version) {
    return ServiceSet.of(Agreement.CALCULATOR, () -> new CalculatorService(new CalculatorImpl()))
        .andUsing(Agreement.PROBE, parts -> new ProbeService(version, GrpcBroker.of(parts)));
  }
}
