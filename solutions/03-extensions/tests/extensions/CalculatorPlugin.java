package extensions;

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.MagicCookie;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// A calculator for tests, as a process of its own. Its first argument is its newest version: `1`
/// is a plugin of lesson 1, `2` has a memory in the file that the second argument names.
final class CalculatorPlugin {
  static final HandshakeConfig HANDSHAKE =
      new HandshakeConfig(1, new MagicCookie("TEST_PLUGIN", "calculator"));

  private CalculatorPlugin() {}

  public static void main(String[] args) {
    PluginServer.serve(ServeConfig.of(HANDSHAKE, services(args)));
  }

  private static Map<Integer, ServiceSet> services(String[] args) {
    if (args[0].equals("1")) {
      return Map.of(
          1, ServiceSet.of("calculator", () -> new CalculatorService(new CalculatorImpl())));
    }
    return CalculatorVersions.ofPlugin(
        () -> new MathCalculator(new CalculatorImpl()), () -> SavedMemory.open(Path.of(args[1])));
  }

  /// The command that starts it.
  static List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            CalculatorPlugin.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }
}
