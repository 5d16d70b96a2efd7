package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import basics.CalculatorClient;
import contract.Calculator;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lifecycle.ClientConfig;
import lifecycle.HandshakeConfig;
import lifecycle.KillTimes;
import lifecycle.PluginSet;

/// What tests with real processes share.
final class Helper {
  private static final KillTimes IMPATIENT =
      new KillTimes(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofSeconds(5));

  private Helper() {}

  /// A host's configuration for that command.
  static ClientConfig.Builder config(List<String> command) {
    return ClientConfig.builder(new HandshakeConfig(1, HelperPlugin.COOKIE), command)
        .plugins(
            PluginSet.of(
                "calculator", Calculator.class, context -> new CalculatorClient(context.channel())))
        .startTimeout(Duration.ofSeconds(20));
  }

  /// A [HelperPlugin].
  static ClientConfig.Builder plugin(String... arguments) {
    return config(command(HelperPlugin.class, arguments));
  }

  /// A shell script in a plugin's place.
  static ClientConfig.Builder script(String script) {
    return config(List.of("/bin/sh", "-c", script)).killTimes(IMPATIENT);
  }

  /// A shell script that prints a line with that certificate and waits.
  static ClientConfig.Builder line(String certificate) {
    return script("echo '1|1|unix|/no/such/socket|grpc|" + certificate + "'; exec sleep 60");
  }

  static List<String> command(Class<?> main, String... arguments) {
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
            main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .reduce((left, right) -> left + File.pathSeparator + right)
        .orElseThrow();
  }

  /// A process that is `<name>.pem` with `<name>.key` and trusts the given certificates.
  static TlsConfig tlsConfig(String name, String... trusted) {
    TlsConfig config =
        TlsConfig.of(TlsIdentity.ofPem(Path.of(name + ".pem"), Path.of(name + ".key")));
    for (String file : trusted) {
      config = config.trusting(Path.of(file + ".pem"));
    }
    return config;
  }

  /// To be called after all tests of a class.
  static void assertNothingRuns() {
    await("no process is left of these tests")
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () ->
                assertThat(
                        ProcessHandle.current()
                            .descendants()
                            .map(process -> process.pid() + " " + process.info().commandLine()))
                    .isEmpty());
  }
}
