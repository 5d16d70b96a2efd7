package security;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.MagicCookie;
import basics.TcpListener;
import contract.Calculator;
import extensions.BrokerConnector;
import extensions.GrpcBroker;
import io.grpc.BindableService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import lifecycle.HandshakeConfig;
import lifecycle.PluginClient;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A plugin for tests, as a process of its own. Its first argument says how it behaves.
final class HelperPlugin {
  static final MagicCookie COOKIE = new MagicCookie("TEST_PLUGIN", "helper");

  private HelperPlugin() {}

  public static void main(String[] args) {
    ServeConfig plain = config(HelperPlugin::calculator);
    ServeConfig config =
        switch (args[0]) {
          case "auto" -> plain.withSecurity(AutoMtls.plugin());
          case "auto-clock" -> plain.withSecurity(new AutoMtlsPlugin(clock(Path.of(args[1]))));
          case "auto-tcp" ->
              plain.withSecurity(AutoMtls.plugin()).withListener(new TcpListener(0, 0));
          case "broker" -> brokered().withSecurity(AutoMtls.plugin());
          case "nested" -> config(HelperPlugin::nested).withSecurity(AutoMtls.plugin());
          case "manual" -> plain.withSecurity(ManualTls.plugin(Helper.tlsConfig(args[1], args[2])));
          case "server-only" -> plain.withSecurity(ManualTls.plugin(Helper.tlsConfig(args[1])));
          default -> plain;
        };
    PluginServer.serve(config);
  }

  /// The system's clock, and a late one as long as that file exists.
  private static InstantSource clock(Path late) {
    return () -> Files.exists(late) ? Instant.now().plus(Duration.ofDays(40 * 365)) : Instant.now();
  }

  private static ServeConfig config(Supplier<BindableService> calculator) {
    return ServeConfig.of(
        new HandshakeConfig(1, COOKIE), Map.of(1, ServiceSet.of("calculator", calculator)));
  }

  private static BindableService calculator() {
    return new CalculatorService(new CalculatorImpl());
  }

  private static ServeConfig brokered() {
    ServiceSet services =
        ServiceSet.using(
            "calculator",
            parts ->
                new CalculatorService(
                    new BrokeredCalculator(new CalculatorImpl(), GrpcBroker.of(parts))));
    return ServeConfig.of(new HandshakeConfig(1, COOKIE), services)
        .withConnector(BrokerConnector.forPlugin());
  }

  /// A calculator that another plugin serves: this one is that one's host, without TLS.
  private static BindableService nested() {
    List<String> command = Helper.command(HelperPlugin.class, "auto");
    PluginClient inner = PluginClient.of(Helper.config(command).build());
    Runtime.getRuntime().addShutdownHook(new Thread(inner::kill));
    return new CalculatorService(inner.dispense("calculator", Calculator.class));
  }
}
