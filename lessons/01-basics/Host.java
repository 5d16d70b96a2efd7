//JAVA 25+
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
//RUNTIME_OPTIONS --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED
//RUNTIME_OPTIONS -Dcourse.process=host
//SOURCES ../../shared-contract/Dependencies.java
//SOURCES basics/*.java

import basics.CalculatorClient;
import basics.HandshakeLine;
import basics.Logging;
import basics.MagicCookie;
import basics.PluginConnection;
import basics.PluginException;
import basics.PluginProcess;
import basics.PluginProgram;
import contract.Calculator;
import contract.CalculatorException;
import contract.CalculatorStatus;
import contract.OperationNotSupportedException;
import course.Exercise;
import course.ExerciseNotDone;
import course.LessonFolder;
import java.util.function.DoubleSupplier;

/// The host of lesson 1: starts the plugin, reads its handshake line, calls it, ends it.
///
/// Each printed line begins with the process that it tells of.
void main() throws IOException {
  Logging.toStderr();
  try {
    run(PluginProgram.compile(LessonFolder.find().resolve("Plugin.java")));
  } catch (PluginException | CalculatorException | ExerciseNotDone | IllegalStateException e) {
    e.getMessage().lines().forEach(line -> say("host", line));
    System.exit(1);
  }
}

void run(PluginProgram program) {
  say("host", "starts the plugin as a process of its own: java ... Plugin");
  long start = System.nanoTime();
  MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "calculator");
  try (PluginProcess plugin =
      PluginProcess.start(program.command(), cookie, line -> say("plugin", line))) {
    HandshakeLine line = read(plugin.firstLine(Duration.ofSeconds(20)));
    say("plugin", "pid %d, ready after %s".formatted(plugin.pid(), since(start)));
    explain(line);
    try (PluginConnection connection = PluginConnection.open(line.pluginAddress())) {
      use(new CalculatorClient(connection.channel()));
    }
    long end = System.nanoTime();
    String exit = plugin.stop();
    say("host", "plugin ended after %s, %s".formatted(since(end), exit));
  }
}

HandshakeLine read(String line) {
  say("plugin", line);
  try {
    return HandshakeLine.parse(line);
  } catch (ExerciseNotDone e) {
    say("host", e.getMessage());
    say("host", "until then the host believes the line unread");
    return HandshakeLine.unchecked(line);
  }
}

void explain(HandshakeLine line) {
  say("host", "the handshake line, field by field:");
  say("host", "  1 core version  " + line.coreVersion());
  say("host", "  2 app version   " + line.appVersion());
  say("host", "  3 network       " + line.network().wireName());
  say("host", "  4 address       " + line.address());
  say("host", "  5 protocol      " + line.protocol());
  say("host", "  6 certificate   " + (line.certificate().isEmpty() ? "none: no TLS yet" : "yes"));
}

void use(Calculator calculator) {
  calculator.initialize();
  call("6 + 7", () -> calculator.add(6, 7));
  call("6 - 7", () -> calculator.subtract(6, 7));
  call("6 * 7", () -> calculator.multiply(6, 7));
  call("6 / 7", () -> calculator.divide(6, 7));
  call("6 / 0", () -> calculator.divide(6, 0));
  say("host", "is 6 + 7 right? " + (calculator.add(6, 7) == expectedSum(6, 7) ? "yes" : "no"));
  CalculatorStatus status = calculator.status();
  say(
      "host",
      "the plugin counted calls: %d, errors: %d".formatted(status.calls(), status.errors()));
}

/// Exercise 1.6. What the plugin should answer, so that the host can compare.
@Exercise("1.6")
double expectedSum(double left, double right) {
  // The compiler has nothing against this. The architecture has.
  basics.CalculatorImpl shortcut = new basics.CalculatorImpl();
  shortcut.initialize();
  return shortcut.add(left, right);
}

void call(String calculation, DoubleSupplier remote) {
  long start = System.nanoTime();
  String outcome;
  try {
    outcome = "%s = %s   (%s)".formatted(calculation, remote.getAsDouble(), since(start));
  } catch (ExerciseNotDone | OperationNotSupportedException e) {
    outcome = "%s   %s".formatted(calculation, e.getMessage());
  } catch (CalculatorException e) {
    outcome = "%s   %s: %s".formatted(calculation, e.getClass().getSimpleName(), e.getMessage());
  }
  say("host", outcome);
}

void say(String process, String text) {
  IO.println("%-6s | %s".formatted(process, text));
}

String since(long startNanos) {
  return "%.1f ms".formatted((System.nanoTime() - startNanos) / 1e6);
}
