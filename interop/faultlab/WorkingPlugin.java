package faultlab;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.HandshakeLine;
import basics.ListeningServer;
import basics.UnixListener;
import contract.Calculator;
import course.goplugin.ConnInfo;
import course.goplugin.Empty;
import course.goplugin.GRPCBrokerGrpc;
import course.goplugin.GRPCControllerGrpc;
import course.goplugin.GRPCStdioGrpc;
import course.goplugin.StdioData;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import io.grpc.stub.StreamObserver;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;

/// A plugin that works, made of parts that a fault can take out or exchange.
///
/// It stands on the wire and not on `PluginServer`, which offers no faults.
final class WorkingPlugin {
  /// What it serves.
  enum Part {
    HEALTH,
    CONTROLLER,
    STDIO,
    BROKER,
    CALCULATOR
  }

  private final Map<Part, BindableService> services = new EnumMap<>(Part.class);
  private final CountDownLatch shutdown = new CountDownLatch(1);
  private Consumer<NettyServerBuilder> settings = builder -> {};
  private Consumer<ListeningServer> beforeLine = server -> {};
  private Runnable afterLine = () -> {};
  private boolean removesSocket = true;

  WorkingPlugin() {
    services.put(Part.HEALTH, health(ServingStatus.SERVING));
    services.put(Part.CONTROLLER, new Controller(shutdown::countDown));
    services.put(Part.STDIO, new SilentStdio(shutdown));
    services.put(Part.BROKER, new IdleBroker());
    services.put(Part.CALCULATOR, new CalculatorService(new CalculatorImpl()));
  }

  static BindableService health(ServingStatus status) {
    HealthStatusManager health = new HealthStatusManager();
    health.setStatus("plugin", status);
    return health.getHealthService();
  }

  WorkingPlugin without(Part part) {
    services.remove(part);
    return this;
  }

  WorkingPlugin with(Part part, BindableService service) {
    services.put(part, service);
    return this;
  }

  WorkingPlugin calculator(Calculator calculator) {
    return with(Part.CALCULATOR, new CalculatorService(calculator));
  }

  WorkingPlugin settings(Consumer<NettyServerBuilder> more) {
    settings = more;
    return this;
  }

  WorkingPlugin beforeLine(Consumer<ListeningServer> work) {
    beforeLine = work;
    return this;
  }

  WorkingPlugin afterLine(Runnable work) {
    afterLine = work;
    return this;
  }

  WorkingPlugin leavingItsSocket() {
    removesSocket = false;
    return this;
  }

  /// Serves until the host asks for the end.
  void run() throws InterruptedException {
    run(HandshakeLine::format);
  }

  /// Serves until the host asks for the end.
  ///
  /// @param print makes what is printed, without a line end, of the line that would be right
  void run(Function<HandshakeLine, String> print) throws InterruptedException {
    ListeningServer server = UnixListener.inTempDirectory().listen(this::addServices);
    if (removesSocket) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }
    beforeLine.accept(server);
    System.out.println(print.apply(HandshakeLine.of(1, server.address())));
    afterLine.run();
    shutdown.await();
    if (!removesSocket) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void addServices(NettyServerBuilder builder) {
    services.values().forEach(builder::addService);
    settings.accept(builder);
  }

  /// Answers Shutdown, then does something.
  static final class Controller extends GRPCControllerGrpc.GRPCControllerImplBase {
    private final Runnable then;

    Controller(Runnable then) {
      this.then = then;
    }

    @Override
    public void shutdown(Empty request, StreamObserver<Empty> answer) {
      answer.onNext(Empty.getDefaultInstance());
      answer.onCompleted();
      then.run();
    }
  }

  /// A stream of nothing.
  private static final class SilentStdio extends GRPCStdioGrpc.GRPCStdioImplBase {
    private final CountDownLatch end;

    SilentStdio(CountDownLatch end) {
      this.end = end;
    }

    @Override
    public void streamStdio(com.google.protobuf.Empty request, StreamObserver<StdioData> answer) {
      try {
        end.await();
        answer.onCompleted();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Takes what the host announces and announces nothing.
  private static final class IdleBroker extends GRPCBrokerGrpc.GRPCBrokerImplBase {
    @Override
    public StreamObserver<ConnInfo> startStream(StreamObserver<ConnInfo> answer) {
      return new StreamObserver<>() {
        @Override
        public void onNext(ConnInfo info) {
          // No one here dials.
        }

        @Override
        public void onError(Throwable error) {
          // The host is gone.
        }

        @Override
        public void onCompleted() {
          answer.onCompleted();
        }
      };
    }
  }
}
