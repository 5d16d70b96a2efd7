//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS -Dcourse.process=host
//SOURCES ../../shared-contract/Dependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES lifecycle/*.java

import basics.CalculatorClient;
import basics.Logging;
import basics.MagicCookie;
import basics.PluginException;
import basics.PluginProgram;
import contract.Calculator;
import contract.CalculatorException;
import course.ExerciseNotDone;
import course.LessonFolder;
import java.util.function.DoubleSupplier;
import lifecycle.CallStats;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.KillReport;
import lifecycle.PluginClient;
import lifecycle.PluginManager;
import lifecycle.PluginSet;
import lifecycle.ReattachConfig;
import org.slf4j.event.Level;

/// The host of lesson 2: follows a plugin through its whole life.
///
/// Each printed line begins with the process that it tells of.
void main() throws IOException {
  Logging.to("System.out", Level.INFO, "log    | %level %message%n");
  try (PluginManager manager = new PluginManager()) {
    PluginProgram program = PluginProgram.compile(LessonFolder.find().resolve("Plugin.java"));
    live(manager.add("calculator", config(program.command())));
    failToStart();
  } catch (PluginException | CalculatorException | ExerciseNotDone | IllegalStateException e) {
    e.getMessage().lines().forEach(line -> say("host", line));
    System.exit(1);
  }
}

void live(PluginClient plugin) {
  title("Start");
  plugin.onStateChange(
      change -> say("host", "state: " + change.from().label() + " -> " + change.to().label()));
  long start = System.nanoTime();
  plugin.start();
  say("host", "plugin %s is ready after %s".formatted(plugin.id().orElseThrow(), since(start)));
  int version = plugin.negotiatedVersion();
  say("host", "app protocol versions: both have 1 and 2, agreed on " + version);

  title("Use");
  use(plugin.dispense("calculator", Calculator.class));
  plugin.ping();
  say("host", "ping: the plugin is well");
  unlessOpen(() -> measure(plugin));

  title("Take over");
  ReattachConfig running = plugin.reattachConfig();
  say("host", "a second host needs: pid %d and the address".formatted(running.pid()));
  say("host", "  " + running.address());
  unlessOpen(() -> takeOver(plugin));

  title("End");
  KillReport report = plugin.kill();
  report.steps().forEach(this::tell);
  say("host", "state: " + plugin.state().label() + ", graceful: " + report.graceful());
}

ClientConfig config(List<String> command) {
  MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "calculator");
  PluginSet plugins =
      PluginSet.of(
          "calculator", Calculator.class, context -> new CalculatorClient(context.channel()));
  return ClientConfig.builder(new HandshakeConfig(1, cookie), command)
      .plugins(1, plugins)
      .plugins(2, plugins)
      .build();
}

void use(Calculator calculator) {
  calculator.initialize();
  call("6 + 7", () -> calculator.add(6, 7));
  call("6 * 7", () -> calculator.multiply(6, 7));
  call("6 / 0", () -> calculator.divide(6, 0));
}

void call(String calculation, DoubleSupplier remote) {
  long start = System.nanoTime();
  String outcome;
  try {
    outcome = calculation + " = " + remote.getAsDouble();
  } catch (CalculatorException e) {
    outcome = "%s   %s: %s".formatted(calculation, e.getClass().getSimpleName(), e.getMessage());
  }
  say("host", "%s   (%s)".formatted(outcome, since(start)));
}

void measure(PluginClient plugin) {
  for (Map.Entry<String, CallStats> method : plugin.metrics().snapshot().entrySet()) {
    String name = method.getKey().substring(method.getKey().indexOf('/') + 1);
    CallStats stats = method.getValue();
    say(
        "host",
        "%-10s %d calls, %d errors, p50 %.1f ms"
            .formatted(name, stats.count(), stats.errors(), stats.p50().toNanos() / 1e6));
  }
}

/// A second client, as another host would make it, uses the same process.
void takeOver(PluginClient plugin) {
  PluginClient second = PluginClient.reattach(config(List.of("java")), plugin.reattachConfig());
  Calculator calculator = second.dispense("calculator", Calculator.class);
  call("second host: 1 + 1", () -> calculator.add(1, 1));
  second.detach();
}

void tell(KillReport.Step step) {
  String what =
      switch (step.rung()) {
        case SHUTDOWN -> "Shutdown call";
        case TERMINATE -> "SIGTERM";
        case KILL -> "SIGKILL";
      };
  String outcome = step.ended() ? "the plugin is gone" : "no effect";
  say("host", "%s: %s after %.1f ms".formatted(what, outcome, step.took().toNanos() / 1e6));
}

/// What a host is told of a program that is no plugin.
void failToStart() {
  title("A start that fails");
  String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
  try (PluginClient broken = PluginClient.of(config(List.of(java, "--no-such-option")))) {
    unlessOpen(broken::start);
  } catch (PluginException e) {
    e.getMessage().lines().forEach(line -> say("host", line));
  }
}

void unlessOpen(Runnable step) {
  try {
    step.run();
  } catch (ExerciseNotDone e) {
    say("host", e.getMessage());
  }
}

void title(String text) {
  IO.println("%n%s".formatted(text));
}

void say(String process, String text) {
  IO.println("%-6s | %s".formatted(process, text));
}

String since(long startNanos) {
  return "%.1f ms".formatted((System.nanoTime() - startNanos) / 1e6);
}
