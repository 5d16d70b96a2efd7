package extensions;

import basics.ListeningServer;
import basics.Network;
import basics.PluginAddress;
import basics.PluginConnection;
import basics.TransportSecurity;
import course.goplugin.ConnInfo;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.netty.channel.EventLoopGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// All side connections are streams of the one raw connection between host and plugin.
final class MultiplexedTransport implements BrokerTransport {
  /// Dials wait for each other: the longest that one waits until it is through.
  private static final Duration DIAL_TIMEOUT = Duration.ofSeconds(30);

  private final TransportSecurity security;
  private final BrokerOutbox outbox;
  private final EventLoopGroup loops;
  private final @Nullable YamuxServerChannel main;
  private final KnockDialer dialer;
  private final KnockAcceptor acceptor;
  private final Set<YamuxSession> sessions = ConcurrentHashMap.newKeySet();
  private volatile @Nullable YamuxSession newest;
  private volatile @Nullable String ended;

  private MultiplexedTransport(
      TransportSecurity security,
      BrokerOutbox outbox,
      EventLoopGroup loops,
      @Nullable YamuxServerChannel main) {
    this.security = security;
    this.outbox = outbox;
    this.loops = loops;
    this.main = main;
    this.dialer = new KnockDialer(outbox, loops);
    this.acceptor = new KnockAcceptor(loops);
  }

  /// A host's side: it has one session, and no server but those that it accepts streams for.
  ///
  /// @param loops serves everything; the caller stops it
  static MultiplexedTransport ofHost(
      TransportSecurity security, BrokerOutbox outbox, EventLoopGroup loops) {
    return new MultiplexedTransport(security, outbox, loops, null);
  }

  /// A plugin's side.
  ///
  /// @param loops serves everything; the caller stops it
  /// @param main takes the streams that no one has knocked for
  static MultiplexedTransport ofPlugin(
      TransportSecurity security,
      BrokerOutbox outbox,
      EventLoopGroup loops,
      YamuxServerChannel main) {
    return new MultiplexedTransport(security, outbox, loops, main);
  }

  /// Opens streams in that session from now on.
  void use(YamuxSession session) {
    sessions.add(session);
    newest = session;
    session.closed().thenRun(() -> sessions.remove(session));
  }

  /// Takes a stream that the other side has opened. Called on an event loop.
  void streamArrived(YamuxStreamChannel stream) {
    YamuxServerChannel home = main;
    // A host's first stream is its main one: no stranger's connection gets what was knocked for.
    if (home != null && !sessions.contains(stream.session())) {
      use(stream.session());
      home.accept(stream);
      return;
    }
    Optional<KnockAcceptor.Knocked> knocked = acceptor.next();
    // One that was knocked for is never the main server's, even if its own is closed by now.
    YamuxServerChannel server = knocked.isPresent() ? knocked.get().server() : home;
    if (server == null) {
      stream.refuse();
    } else {
      server.accept(stream);
    }
  }

  @Override
  public Listening listen(int streamId) {
    String over = ended;
    if (over != null) {
      throw BrokerException.of(streamId, over);
    }
    YamuxServerChannel server =
        new YamuxServerChannel("broker stream " + Integer.toUnsignedString(streamId));
    acceptor.listen(streamId, server);
    return new Open(streamId, server);
  }

  @Override
  public PluginConnection connect(int streamId, Consumer<NettyChannelBuilder> settings) {
    outbox.awaitOpen(streamId);
    YamuxSession session = newest;
    if (session == null || !session.isOpen()) {
      throw BrokerException.of(streamId, "the connection has ended");
    }
    CompletableFuture<Void> firstKnock = new CompletableFuture<>();
    PluginConnection connection =
        PluginConnection.open(
            new PluginConnection.Base(
                session.address(),
                session.streams(() -> knock(streamId, firstKnock)),
                loops,
                () -> {}),
            builder -> {
              security.secureDialer(builder);
              settings.accept(builder);
            });
    try {
      connection.connect();
      await(streamId, firstKnock);
      return connection;
    } catch (BrokerException e) {
      connection.close();
      throw e;
    }
  }

  /// Knocks each time gRPC connects; the first time somebody waits for the outcome.
  private CompletableFuture<Runnable> knock(int streamId, CompletableFuture<Void> first) {
    CompletableFuture<Runnable> entered = dialer.enter(streamId);
    entered.whenComplete(
        (leave, error) -> {
          if (error == null) {
            first.complete(null);
          } else {
            first.completeExceptionally(error);
          }
        });
    return entered;
  }

  private static void await(int streamId, CompletableFuture<Void> knock) {
    try {
      knock.get(DIAL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof BrokerException broker
          ? broker
          : BrokerException.of(streamId, "cannot knock: " + e.getCause(), e.getCause());
    } catch (TimeoutException e) {
      throw BrokerException.of(
          streamId, "waited 30 s for other dials, which go one at a time; dial fewer at once", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw BrokerException.of(streamId, "interrupted while waiting for the answer to a knock", e);
    }
  }

  @Override
  public void received(ConnInfo message, BrokerOutbox from) {
    // Without a knock it announces a socket: nobody here would dial it.
    if (message.hasKnock() && message.getKnock().getAck()) {
      dialer.answered(message);
    } else if (message.hasKnock() && message.getKnock().getKnock()) {
      acceptor.knocked(message.getServiceId(), from);
    }
  }

  @Override
  public void end(String why) {
    if (ended == null) {
      ended = why;
    }
    dialer.end(why);
  }

  /// How many knocks wait.
  int waitingKnocks() {
    return acceptor.size();
  }

  private final class Open implements Listening {
    private final int streamId;
    private final YamuxServerChannel server;
    private volatile boolean served;

    Open(int streamId, YamuxServerChannel server) {
      this.streamId = streamId;
      this.server = server;
    }

    @Override
    public ListeningServer serve(Consumer<NettyServerBuilder> services) {
      served = true;
      // It has no address of its own: this one is for messages.
      PluginAddress name = new PluginAddress(Network.UNIX, server.address().toString());
      return ListeningServer.start(
          new ListeningServer.Base(name, server.address(), () -> server, loops, this::close),
          builder -> {
            security.secureListener(builder);
            services.accept(builder);
          });
    }

    @Override
    public void close() {
      acceptor.stopListening(streamId, server);
      if (!served) {
        // No event loop has it, so there is nobody else who could refuse what waits.
        server.unsafe().closeForcibly();
      }
    }
  }
}
