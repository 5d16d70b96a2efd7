package lifecycle;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.EnvironmentListener;
import basics.MagicCookie;
import basics.Network;
import basics.TcpListener;
import contract.Calculator;
import contract.CalculatorStatus;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.LoggerFactory;

/// A plugin for tests, as a process of its own. Its first argument says how it behaves, mostly when
/// `initialize` is called (go-plugin: `TestHelperProcess`).
final class HelperPlugin {
  static final MagicCookie COOKIE = new MagicCookie("TEST_PLUGIN", "helper");

  /// What `flood` writes to `System.out`.
  static final int FLOOD_BYTES = 1_000_000;

  private HelperPlugin() {}

  public static void main(String[] args) throws IOException {
    ServeConfig config =
        ServeConfig.of(new HandshakeConfig(1, COOKIE), Map.of(1, services(args[0])));
    switch (args[0]) {
      case "tcp" -> config = config.withListener(new TcpListener(0, 0));
      case "tcp-ports" -> config = config.withListener(new EnvironmentListener(Network.TCP));
      case "independent" -> config = config.withHostWatch(false);
      case "versions" -> {
        Map<Integer, ServiceSet> versions = new TreeMap<>();
        for (int i = 1; i < args.length; i++) {
          versions.put(Integer.valueOf(args[i]), services("plain"));
        }
        config = ServeConfig.of(new HandshakeConfig(1, COOKIE), versions);
      }
      case "cleanup" -> atExit(() -> write(Path.of(args[1]), "cleaned up"));
      case "deaf" -> {
        // No exit gets past a hook that does not end: neither Shutdown's nor SIGTERM's.
        atExit(() -> waitForever());
        Process grandchild = new ProcessBuilder("sleep", "300").inheritIO().start();
        write(Path.of(args[1]), String.valueOf(grandchild.pid()));
      }
      case "family" -> {
        Process grandchild =
            new ProcessBuilder("sh", "-c", "trap '' TERM HUP; exec sleep 300").inheritIO().start();
        write(Path.of(args[1]), String.valueOf(grandchild.pid()));
      }
      default -> {}
    }
    PluginServer.serve(config);
  }

  private static ServiceSet services(String mode) {
    return ServiceSet.of(
        "calculator",
        () -> {
          if (mode.equals("broken")) {
            throw new IllegalStateException("no dictionary");
          }
          return new CalculatorService(new Acting(new CalculatorImpl(), mode));
        });
  }

  private static void act(String mode) throws IOException {
    switch (mode) {
      case "speak" -> {
        System.out.print("to stdout \u00e4");
        System.err.print("to stderr");
        System.out.flush();
        System.err.flush();
      }
      case "flood" -> {
        byte[] bytes = new byte[FLOOD_BYTES];
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) ('a' + i % 26);
        }
        System.out.write(bytes);
        System.out.flush();
      }
      case "last-words" -> {
        System.out.write(new byte[20_000]);
        System.out.print("last words");
        System.out.flush();
      }
      case "exit" -> {
        System.out.print("I exit");
        System.out.flush();
        Thread.ofPlatform().start(() -> System.exit(3));
      }
      case "die" -> {
        toRealStderr("I cannot go on\n");
        Runtime.getRuntime().halt(7);
      }
      case "panic" -> {
        toRealStderr("panic: oh no\n\ngoroutine 1 [running]:\n" + "main.boom(0x1)\n".repeat(10));
        Runtime.getRuntime().halt(2);
      }
      case "log" -> {
        LoggerFactory.getLogger("helper")
            .atInfo()
            .addKeyValue("who", "me")
            .addKeyValue("count", 3)
            .log("hello");
        java.util.logging.Logger.getLogger("helper").warning("by java.util.logging");
      }
      case "raw" -> {
        try (FileOutputStream raw = new FileOutputStream(FileDescriptor.out)) {
          for (int i = 0; i < 10; i++) {
            raw.write(new byte[1_000_000]);
          }
        }
      }
      default -> {}
    }
  }

  private static void toRealStderr(String text) throws IOException {
    try (FileOutputStream raw = new FileOutputStream(FileDescriptor.err)) {
      raw.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static void atExit(Runnable work) {
    Runtime.getRuntime().addShutdownHook(new Thread(work));
  }

  private static void waitForever() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A calculator that does something else besides when it is initialized.
  private record Acting(Calculator real, String mode) implements Calculator {
    @Override
    public void initialize() {
      try {
        act(mode);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      real.initialize();
    }

    @Override
    public void shutdown() {
      real.shutdown();
    }

    @Override
    public CalculatorStatus status() {
      return real.status();
    }

    @Override
    public double add(double left, double right) {
      return real.add(left, right);
    }

    @Override
    public double subtract(double left, double right) {
      return real.subtract(left, right);
    }

    @Override
    public double multiply(double left, double right) {
      return real.multiply(left, right);
    }

    @Override
    public double divide(double left, double right) {
      return real.divide(left, right);
    }
  }
}
