package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.CalculatorClient;
import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.Logging;
import contract.Calculator;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.MemoryRegister;
import contract.MemoryState;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import contract.ScientificCalculator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lifecycle.ClientConfig;
import lifecycle.IncompatibleVersionException;
import lifecycle.PluginClient;
import lifecycle.PluginSet;
import lifecycle.TestPair;
import lifecycle.UnknownPluginException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Hosts and plugins of versions 1 and 2 in all pairs, each plugin a process of its own.
class CalculatorVersionsTest {
  @TempDir private Path folder;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Leftovers.assertNoEventLoops();
  }

  /// A host of lessons 1 and 2.
  private static Map<Integer, PluginSet> hostOfVersion1() {
    return Map.of(
        1,
        PluginSet.of(
            "calculator", Calculator.class, context -> new CalculatorClient(context.channel())));
  }

  private PluginClient client(Map<Integer, PluginSet> plugins, List<String> command) {
    ClientConfig.Builder config =
        ClientConfig.builder(CalculatorPlugin.HANDSHAKE, command)
            .startTimeout(Duration.ofSeconds(30));
    plugins.forEach(config::plugins);
    return PluginClient.of(config.build());
  }

  private List<String> pluginOfVersion2() {
    return CalculatorPlugin.command("2", folder.resolve("memory.json").toString());
  }

  private static void assertThatVersion1Works(Calculator calculator) {
    calculator.initialize();
    assertThat(calculator.multiply(6, 7)).isEqualTo(42);
    assertThatThrownBy(() -> calculator.divide(1, 0))
        .isInstanceOf(DivisionByZeroException.class)
        .hasMessage("1.0 / 0.0");
    assertThatThrownBy(() -> calculator.add(Double.NaN, 0))
        .isInstanceOf(InvalidOperandException.class);
    assertThatThrownBy(() -> calculator.multiply(1e300, 1e300))
        .isInstanceOf(ResultOutOfRangeException.class);
  }

  @Test
  void aHostOfVersion1WorksWithAPluginOfVersion1() {
    try (PluginClient client = client(hostOfVersion1(), CalculatorPlugin.command("1"))) {
      assertThatVersion1Works(client.dispense("calculator", Calculator.class));

      assertThat(client.negotiatedVersion()).isEqualTo(1);
      assertThat(client.kill().graceful()).isTrue();
    }
  }

  @Test
  void aHostOfVersion1WorksWithAPluginOfVersion2() {
    try (PluginClient client = client(hostOfVersion1(), pluginOfVersion2())) {
      assertThatVersion1Works(client.dispense("calculator", Calculator.class));

      assertThat(client.negotiatedVersion()).isEqualTo(1);
      assertThat(client.kill().graceful()).isTrue();
      assertThat(folder).as("version 1 has no memory, so no file is opened").isEmptyDirectory();
    }
  }

  @Test
  void aHostOfVersion2WorksWithAPluginOfVersion1() {
    try (PluginClient client = client(CalculatorVersions.ofHost(), CalculatorPlugin.command("1"))) {
      ScientificCalculator calculator = client.dispense("calculator", ScientificCalculator.class);

      assertThatVersion1Works(calculator);
      assertThat(client.negotiatedVersion()).isEqualTo(1);
      assertThatThrownBy(() -> calculator.sqrt(2))
          .isInstanceOf(OperationNotSupportedException.class)
          .hasMessageContaining("sqrt")
          .hasMessageContaining("version 2")
          .hasMessageContaining("the plugin speaks version 1");
      assertThatThrownBy(() -> calculator.power(2, 3))
          .isInstanceOf(OperationNotSupportedException.class)
          .hasMessageContaining("power");
      assertThatThrownBy(() -> calculator.factorial(3))
          .isInstanceOf(OperationNotSupportedException.class)
          .hasMessageContaining("factorial");
      assertThatThrownBy(() -> client.dispense("memory", MemoryRegister.class))
          .isInstanceOf(UnknownPluginException.class);
      assertThat(client.kill().graceful()).isTrue();
    }
  }

  @Test
  void aHostOfVersion2WorksWithAPluginOfVersion2() {
    try (PluginClient client = client(CalculatorVersions.ofHost(), pluginOfVersion2())) {
      ScientificCalculator calculator = client.dispense("calculator", ScientificCalculator.class);

      assertThatVersion1Works(calculator);
      assertThat(client.negotiatedVersion()).isEqualTo(2);
      assertThat(calculator.sqrt(2)).isEqualTo(Math.sqrt(2));
      assertThat(calculator.power(2, 10)).isEqualTo(1024);
      assertThat(calculator.factorial(20)).isEqualTo(2432902008176640000.0);
      assertThatThrownBy(() -> calculator.sqrt(-1))
          .isInstanceOfSatisfying(
              InvalidOperandException.class,
              e ->
                  assertThat(e.error().orElseThrow().violations())
                      .extracting(violation -> violation.operand() + " " + violation.reason())
                      .containsExactly("value is -1.0, expected a number that is not negative"));
      assertThatThrownBy(() -> calculator.power(0, -1)).isInstanceOf(DivisionByZeroException.class);
      assertThatThrownBy(() -> calculator.power(10, 309))
          .isInstanceOf(ResultOutOfRangeException.class);
      assertThatThrownBy(() -> calculator.factorial(1_000_000_000))
          .isInstanceOf(ResultOutOfRangeException.class);
      assertThat(calculator.status().calls()).as("both services count as one").isEqualTo(11);
      assertThat(calculator.status().errors()).isEqualTo(7);
      MemoryRegister memory = client.dispense("memory", MemoryRegister.class);
      assertThat(memory.store(calculator.sqrt(16))).isEqualTo(new MemoryState(1, 4));
      assertThat(client.kill().graceful()).isTrue();
    }
  }

  /// A host that has given up version 1.
  @Test
  void aHostWithoutVersion1RefusesAPluginOfVersion1() {
    Map<Integer, PluginSet> onlyNew = Map.of(2, CalculatorVersions.ofHost().get(2));
    try (PluginClient client = client(onlyNew, CalculatorPlugin.command("1"))) {
      assertThatThrownBy(client::start).isInstanceOf(IncompatibleVersionException.class);
    }
  }

  /// The service is there by the agreed version, yet one of its methods is not: as gRPC says it.
  @Test
  void aMethodThatAPluginLacksIsNotSupported() {
    try (TestPair pair = TestPair.of(() -> new CalculatorService(new CalculatorImpl()))) {
      ScientificCalculator calculator = new ScientificClient(pair.channel());

      assertThatThrownBy(() -> calculator.sqrt(2))
          .isInstanceOf(OperationNotSupportedException.class);
    }
  }
}
