package faultlab;

import basics.CalculatorClient;
import basics.PluginException;
import contract.Calculator;
import contract.CalculatorException;
import extensions.BrokerConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.ExitStatus;
import lifecycle.HandshakeConfig;
import lifecycle.KillReport;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import security.AutoMtls;

/// The framework's host and one faulty plugin: starts it, pings it, calls it, ends it, and tells
/// what it saw.
final class Demonstration {
  /// How long the host waits for the line of a plugin that will not print it in time.
  static final Duration SHORT_START = Duration.ofSeconds(2);

  /// How long it waits for all others.
  static final Duration LONG_START = Duration.ofSeconds(20);

  /// How long one call may take.
  static final Duration CALL_LIMIT = Duration.ofSeconds(2);

  private static final Set<Fault> WITHOUT_LINE =
      EnumSet.of(Fault.SILENT, Fault.LATE_LINE, Fault.HALF_LINE);

  private final Fault fault;
  private final int seconds;
  private final Consumer<Observation> audience;
  private final CountedBytes stderr = new CountedBytes();
  private final CountedLog log = new CountedLog();
  private final long begin = System.nanoTime();

  private Demonstration(Fault fault, int seconds, Consumer<Observation> audience) {
    this.fault = fault;
    this.seconds = seconds;
    this.audience = audience;
  }

  /// Shows a fault. Takes at most half a minute. No process is left, but one that the fault itself
  /// put out of the host's reach for some seconds (`forks-away`).
  ///
  /// @param seconds how long the fault's own waits last
  /// @param audience is told each observation as it is made
  /// @throws IOException if the system's folder for temporary files cannot be used
  static void of(Fault fault, int seconds, Consumer<Observation> audience) throws IOException {
    new Demonstration(fault, seconds, audience).run();
  }

  /// How long the host waits for that plugin's line.
  static Duration startTimeout(Fault fault) {
    return WITHOUT_LINE.contains(fault) ? SHORT_START : LONG_START;
  }

  private void run() throws IOException {
    // The plugin's sockets lie in a folder of their own: what is left there is left behind.
    Path folder = Files.createTempDirectory("faultlab");
    try {
      try (PluginClient plugin = PluginClient.of(config(folder))) {
        if (attempt("start", plugin::start)) {
          use(plugin);
          end(plugin);
        }
      }
      tell("left", "%s, %s".formatted(processesLeft(), filesLeft(folder)), "");
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private void use(PluginClient plugin) {
    attempt("ping", plugin::ping);
    if (!attempt("call", () -> call(plugin)) && ended(plugin).isPresent()) {
      attempt("again", () -> call(plugin));
    }
  }

  private static void call(PluginClient plugin) {
    Calculator calculator = plugin.dispense("calculator", Calculator.class);
    calculator.initialize();
    double sum = calculator.add(2, 3);
    if (sum != 5) {
      throw new IllegalStateException("2 + 3 = " + sum);
    }
  }

  private void end(PluginClient plugin) {
    KillReport report = plugin.kill();
    tell(
        "kill",
        report.graceful() ? "graceful" : "forced",
        report.steps().stream().map(Demonstration::rung).collect(Collectors.joining("\n")));
    tell("exit", ended(plugin).map(ExitStatus::toString).orElse("it still runs"), "");
    tell("output", "%,d bytes on stderr; log lines: %s".formatted(stderr.count(), log), "");
  }

  private static String rung(KillReport.Step step) {
    return "%s: %s after %.2f s"
        .formatted(
            switch (step.rung()) {
              case SHUTDOWN -> "Shutdown call";
              case TERMINATE -> "SIGTERM";
              case KILL -> "SIGKILL";
            },
            step.ended() ? "gone" : "no effect",
            step.took().toMillis() / 1e3);
  }

  /// How the process ended, if it does so in a moment.
  private static Optional<ExitStatus> ended(PluginClient plugin) {
    try {
      return Optional.of(plugin.exit().get(500, TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("an exit never completes exceptionally", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private boolean attempt(String step, Runnable action) {
    try {
      action.run();
      tell(step, Observation.OK, "");
      return true;
    } catch (PluginException | CalculatorException | IllegalStateException e) {
      tell(step, e.getClass().getSimpleName(), messages(e));
      return false;
    }
  }

  /// The error's message, and those of its causes that say more.
  private static String messages(Throwable error) {
    List<String> messages = new ArrayList<>();
    for (Throwable one = error; one != null; one = one.getCause()) {
      String message = String.valueOf(one.getMessage());
      if (messages.stream().noneMatch(said -> said.contains(message))) {
        messages.add(message);
      }
    }
    return String.join("\ncause: ", messages);
  }

  private void tell(String step, String outcome, String text) {
    Duration at = Duration.ofNanos(System.nanoTime() - begin);
    audience.accept(new Observation(at, step, outcome, text));
  }

  private String processesLeft() {
    long processes =
        ProcessHandle.current()
            .descendants()
            .filter(ProcessHandle::isAlive)
            .filter(
                process ->
                    process
                        .info()
                        .commandLine()
                        .filter(line -> line.contains(FaultyPlugin.class.getName()))
                        .filter(line -> line.contains(" " + fault.word()))
                        .isPresent())
            .count();
    return processes == 0 ? "no process" : processes + " processes";
  }

  /// Counts the files, and removes them.
  private static String filesLeft(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> left = files.toList();
      for (Path file : left) {
        Files.delete(file);
      }
      return left.isEmpty() ? "no file" : left.size() + " file";
    }
  }

  private ClientConfig config(Path folder) {
    PluginSet plugins =
        PluginSet.of(
            "calculator",
            Calculator.class,
            context -> new CalculatorClient(context.channel(), CALL_LIMIT));
    ClientConfig.Builder builder =
        ClientConfig.builder(
                new HandshakeConfig(1, FaultyPlugin.COOKIE),
                FaultyPlugin.command(fault.word(), String.valueOf(seconds)))
            .plugins(plugins)
            .environment("TMPDIR", folder.toString())
            .startTimeout(startTimeout(fault))
            .logger(log.logger("faultlab." + fault.word()))
            .stderr(stderr);
    return switch (fault.stage()) {
      case TLS -> builder.security(AutoMtls.host()).build();
      case MUX -> builder.connector(BrokerConnector.multiplexed()).build();
      default -> builder.build();
    };
  }
}
