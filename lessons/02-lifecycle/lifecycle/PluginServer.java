package lifecycle;

import basics.HostWatch;
import basics.MagicCookieException;
import basics.PluginException;
import basics.UnixListener;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A plugin's main program: serves until the host asks it to end, or is gone (go-plugin: `Serve`).
/// With [ServeConfig#withHostWatch] it may outlive its host.
///
/// On stdout it prints the handshake line and nothing else. What its code writes to `System.out`
/// and `System.err` from then on goes to the host over the connection; what it logs goes to stderr.
public final class PluginServer {
  /// How long an orderly exit may take once the host is gone.
  private static final Duration EXIT_PATIENCE = Duration.ofSeconds(5);

  private final ServeConfig config;
  private final CountDownLatch shutdown = new CountDownLatch(1);
  private volatile boolean hostGone;

  private PluginServer(ServeConfig config) {
    this.config = config;
  }

  /// Serves, then ends the process: with 0 after a shutdown, with 1 if it cannot serve. A process
  /// that no host started explains itself on stderr and ends with 1. Does not return.
  public static void serve(ServeConfig config) {
    System.exit(new PluginServer(config).run(System.getenv()));
  }

  private int run(Map<String, String> environment) {
    try {
      config.handshake().cookie().requireIn(environment);
      HclogLogging.toStderr(config.logLevel());
      serveUntilShutdown(environment);
      return 0;
    } catch (MagicCookieException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (PluginException | UnsupportedOperationException e) {
      logger().error("the plugin cannot serve: {}", e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      // System.err may be the host's stdio by now: only the log reaches anyone.
      logger().error("the plugin cannot serve: {}", e.toString(), e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }

  private void serveUntilShutdown(Map<String, String> environment) throws InterruptedException {
    InterruptSignal.ignore();
    PrintStream handshakeOut = System.out;
    StdioBuffer stdio = StdioBuffer.insteadOfSystemStreams();
    try (ServingPlugin plugin =
        ServingPlugin.open(config, environment, stdio, shutdown::countDown)) {
      // SIGTERM and System.exit end the process by way of its hooks: its last words must reach the
      // host, and the socket must not stay behind.
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stdio, plugin), "end-plugin"));
      if (config.hostWatch()) {
        HostWatch.start(this::hostIsGone);
      }
      handshakeOut.println(plugin.line().format());
      if (handshakeOut.checkError()) {
        // The host died before the watch began: no one has the other end of the pipe.
        hostIsGone();
      }
      logger()
          .atInfo()
          .addKeyValue("address", plugin.line().pluginAddress())
          .log("plugin serves app protocol version {}", plugin.line().appVersion());
      shutdown.await();
      stdio.close();
    }
    if (hostGone) {
      SocketFile.removeAll(
          Path.of(environment.getOrDefault(UnixListener.DIRECTORY_VARIABLE, "")).toAbsolutePath());
      endDescendants();
    }
  }

  private static void end(StdioBuffer stdio, ServingPlugin plugin) {
    stdio.close();
    plugin.close();
  }

  private void hostIsGone() {
    logger().warn("the host is gone: the plugin ends");
    hostGone = true;
    Thread.ofPlatform().daemon().name("end-anyway").start(PluginServer::endAnyway);
    shutdown.countDown();
  }

  /// Without a host no one kills a plugin whose exit hangs, such as in a hook that does not end.
  private static void endAnyway() {
    try {
      Thread.sleep(EXIT_PATIENCE);
      endDescendants();
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      throw new IllegalStateException("no one knows this thread to interrupt it", e);
    }
  }

  /// What a host does after a kill: without one no one else ends them.
  private static void endDescendants() {
    ProcessHandle.current().descendants().toList().forEach(ProcessHandle::destroyForcibly);
  }

  private static Logger logger() {
    return LoggerFactory.getLogger(PluginServer.class);
  }
}
