package conformance;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.HandshakeLine;
import basics.HostWatch;
import basics.ListeningServer;
import basics.Logging;
import basics.MagicCookie;
import basics.MagicCookieException;
import basics.UnixListener;
import io.grpc.BindableService;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.services.HealthStatusManager;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import raw.JavaProgram;
import raw.ThrowawayCertificate;

/// A plugin that works, and that writes down what its host does: the host's examination.
///
/// It is stubborn on purpose: it answers Shutdown and goes on living, so that one sees when the
/// host loses patience. A good host ends it all the same.
public final class StrictPlugin {
  /// More than a pipe holds: a host that does not read lets its plugin stand still.
  private static final int FLOOD_BYTES = 256 * 1024;

  private static final Duration FLOOD_LIMIT = Duration.ofSeconds(5);

  /// It does not wait longer than that for a host that never ends it.
  private static final Duration LIFETIME = Duration.ofMinutes(10);

  private final Ledger ledger;
  private final HostConduct conduct;
  private final Map<String, String> environment = System.getenv();

  private StrictPlugin(Ledger ledger) {
    this.ledger = ledger;
    this.conduct = new HostConduct(ledger);
  }

  /// The command that starts the plugin, without JBang.
  ///
  /// @param cookie `KEY=VALUE`
  /// @param report the file for the report; its folder must exist
  public static List<String> command(String cookie, Path report) {
    return JavaProgram.command(
        StrictPlugin.class, List.of(cookie, report.toAbsolutePath().toString()));
  }

  static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: StrictPlugin KEY=VALUE REPORT");
      System.exit(2);
    }
    MagicCookie cookie = new Cookie(args[0]).parse();
    System.exit(new StrictPlugin(new Ledger(Path.of(args[1]))).run(cookie));
  }

  private int run(MagicCookie cookie) throws IOException, InterruptedException {
    Logging.toStderr();
    HostEnvironment.examine(environment, cookie, ledger);
    conduct.expectAll();
    ledger.write();
    try {
      cookie.requireIn(environment);
    } catch (MagicCookieException e) {
      System.err.println(e.getMessage());
      return 1;
    }
    flood("stderr-read", System.err);
    serve();
    return 0;
  }

  private void serve() throws IOException, InterruptedException {
    Optional<ThrowawayCertificate> identity =
        HostEnvironment.certificate(environment).map(host -> ThrowawayCertificate.fresh());
    try (ListeningServer server = listener().listen(builder -> addServices(builder, identity))) {
      // SIGTERM: the last thing that the host does, if it is a polite one.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
      HostWatch.start(this::hostIsGone);
      conduct.printsLine();
      System.out.println(
          HandshakeLine.of(HostEnvironment.version(environment), server.address())
              .with(
                  identity.map(ThrowawayCertificate::field).orElse(""),
                  HostEnvironment.multiplexing(environment))
              .format());
      flood("stdout-read", System.out);
      new CountDownLatch(1).await(LIFETIME.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private UnixListener listener() {
    String folder = environment.getOrDefault("PLUGIN_UNIX_SOCKET_DIR", "");
    return folder.isEmpty() ? UnixListener.inTempDirectory() : new UnixListener(Path.of(folder));
  }

  private void addServices(NettyServerBuilder builder, Optional<ThrowawayCertificate> identity) {
    HealthStatusManager health = new HealthStatusManager();
    health.setStatus("plugin", ServingStatus.SERVING);
    List<BindableService> services =
        new ArrayList<>(
            List.of(health.getHealthService(), new CalculatorService(new CalculatorImpl())));
    services.addAll(conduct.services());
    services.forEach(builder::addService);
    builder.intercept(conduct.callWatch());
    builder.addTransportFilter(conduct.connectionWatch());
    identity.ifPresent(
        own ->
            HostEnvironment.certificate(environment)
                .ifPresent(host -> builder.sslContext(own.server(host))));
  }

  private void end(ListeningServer server) {
    conduct.isTerminated();
    server.close();
  }

  private void hostIsGone() {
    conduct.hostIsGone();
    Runtime.getRuntime().halt(0);
  }

  /// Writes more than a pipe holds, and sees whether anyone reads it. Waits for it, but not long.
  private void flood(String check, OutputStream stream) throws InterruptedException {
    long begin = System.nanoTime();
    Thread writer = Thread.ofPlatform().daemon().start(() -> write(stream));
    Finding finding =
        writer.join(FLOOD_LIMIT)
            ? Finding.pass(
                "%d KiB were taken in %.2f s",
                FLOOD_BYTES / 1024, Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1e3)
            : Finding.fail(
                "%d KiB were not taken within %d s: the plugin stands still",
                FLOOD_BYTES / 1024, FLOOD_LIMIT.toSeconds());
    ledger.see(check, finding);
  }

  private static void write(OutputStream stream) {
    byte[] line = ("strict plugin: " + ".".repeat(112) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      for (int written = 0; written < FLOOD_BYTES; written += line.length) {
        stream.write(line);
      }
      stream.flush();
    } catch (IOException ignored) {
      // The host has closed the pipe: nothing stands still.
    }
  }
}
