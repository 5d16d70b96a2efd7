package probe;

import basics.CalculatorClient;
import contract.Calculator;
import course.probe.v1.ProbeGrpc;
import extensions.BrokerConnector;
import extensions.GrpcBroker;
import io.grpc.Channel;
import java.time.Duration;
import lifecycle.ClientConfig;
import lifecycle.DispenseContext;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import security.AutoMtls;

/// One plugin as the host of the interop runs sees it.
final class ProbeSession implements AutoCloseable {
  private final HostOptions options;
  private final Recorder stdout = new Recorder();
  private final Recorder stderr = new Recorder();
  private final LogLines logLines = new LogLines();
  private final ClientConfig config;
  private final PluginClient client;

  ProbeSession(HostOptions options) {
    this.options = options;
    ClientConfig.Builder builder =
        ClientConfig.builder(Agreement.HANDSHAKE, options.command)
            .connector(options.mux ? BrokerConnector.multiplexed() : BrokerConnector.direct())
            .startTimeout(options.timeout())
            .logger(logLines.logger())
            .syncStdout(stdout)
            .syncStderr(stderr);
    if (options.autoMtls) {
      builder.security(AutoMtls.host());
    }
    PluginSet plugins =
        PluginSet.of(
                Agreement.CALCULATOR,
                Calculator.class,
                context -> new CalculatorClient(context.channel()))
            .and(Agreement.PROBE, DispenseContext.class, context -> context);
    options.versions.forEach(version -> builder.plugins(version, plugins));
    this.config = builder.build();
    this.client = PluginClient.of(config);
  }

  /// Starts the plugin.
  void open() {
    client.start();
    calculator().initialize();
  }

  PluginClient client() {
    return client;
  }

  ClientConfig config() {
    return config;
  }

  Calculator calculator() {
    return client.dispense(Agreement.CALCULATOR, Calculator.class);
  }

  ProbeGrpc.ProbeBlockingStub probe() {
    // Some 4 MiB may be on their way each way: gRPC's own limit for answers is too small.
    return ProbeGrpc.newBlockingStub(channel()).withMaxInboundMessageSize(Integer.MAX_VALUE);
  }

  Channel channel() {
    return context().channel();
  }

  GrpcBroker broker() {
    return GrpcBroker.of(context());
  }

  private DispenseContext context() {
    return client.dispense(Agreement.PROBE, DispenseContext.class);
  }

  void ping() {
    client.ping();
  }

  Recorder stdout() {
    return stdout;
  }

  Recorder stderr() {
    return stderr;
  }

  LogLines logLines() {
    return logLines;
  }

  int messageLimitBytes() {
    return options.messageLimitBytes;
  }

  Duration timeout() {
    return options.timeout();
  }

  @Override
  public void close() {
    client.close();
  }
}
