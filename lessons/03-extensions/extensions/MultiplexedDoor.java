package extensions;

import basics.BoundSocket;
import basics.ListeningServer;
import io.grpc.BindableService;
import io.grpc.netty.NettyServerBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import lifecycle.Parts;
import lifecycle.PluginConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plugin's door with one raw connection for everything: the main one and the broker's.
final class MultiplexedDoor implements PluginConnector.Door {
  private static final Logger LOG = LoggerFactory.getLogger(MultiplexedDoor.class);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final PluginConnector.Plan plan;
  private final Duration patience;
  private final YamuxLoops loops = YamuxLoops.start();
  private final YamuxServerChannel main = new YamuxServerChannel("main");
  private final PluginStreams streams = new PluginStreams();
  private final CountDownLatch connectedOrClosed = new CountDownLatch(1);
  private final MultiplexedTransport transport;
  private final GrpcBroker broker;

  MultiplexedDoor(PluginConnector.Plan plan, BrokerGuard guard) {
    this(plan, guard, PATIENCE);
  }

  /// @param patience after that time a host that has not connected is worth a line in the log
  MultiplexedDoor(PluginConnector.Plan plan, BrokerGuard guard, Duration patience) {
    this.plan = plan;
    this.patience = patience;
    this.transport = MultiplexedTransport.ofPlugin(plan.security(), streams, loops.group(), main);
    this.broker = new GrpcBroker(transport, guard);
    streams.receiver(transport);
  }

  @Override
  public List<BindableService> services() {
    return List.of(streams);
  }

  @Override
  public Parts parts() {
    return Parts.NONE.with(GrpcBroker.class, broker);
  }

  @Override
  public String multiplexing() {
    return "true";
  }

  @Override
  public ListeningServer listen(Consumer<NettyServerBuilder> services) {
    BoundSocket socket = plan.listener().bind();
    YamuxListener raw;
    try {
      raw =
          YamuxListener.listen(
              socket,
              loops.group(),
              YamuxConfig.standard(),
              this::streamArrived,
              // A connection is nobody yet; its first stream is.
              session -> {});
    } catch (RuntimeException e) {
      socket.close();
      throw e;
    }
    Thread.ofVirtual().name("await-host").start(this::awaitHost);
    return ListeningServer.start(
        new ListeningServer.Base(
            socket.address(), main.address(), () -> main, loops.group(), raw::close),
        builder -> {
          plan.security().secureListener(builder);
          services.accept(builder);
        });
  }

  private void streamArrived(YamuxStreamChannel stream) {
    connectedOrClosed.countDown();
    transport.streamArrived(stream);
  }

  /// go-plugin gives up after 15 s; here the plugin goes on, as it does without multiplexing. A
  /// host that is gone is noticed elsewhere.
  private void awaitHost() {
    try {
      if (!connectedOrClosed.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn(
            "the host asked for multiplexing ({}) and has not connected within {} ms: still waiting",
            BrokerConnector.VARIABLE,
            patience.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    connectedOrClosed.countDown();
    streams.close();
    broker.close();
    loops.close();
  }
}
