package security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import contract.Calculator;
import java.util.concurrent.TimeUnit;
import lifecycle.ClientConfig;
import lifecycle.ExitStatus;
import lifecycle.PluginClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// AutoMTLS between a host and a plugin's process.
class AutoMtlsTest {
  @BeforeAll
  static void logToStderr() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingIsLeft() {
    Helper.assertNothingRuns();
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "auto-tcp"})
  @Tag("F18")
  @Tag("case-33")
  @Tag("case-43")
  void callsPluginAndSeesItsEnd(String mode) throws Exception {
    try (PluginClient client = PluginClient.of(autoMtls(mode).build())) {
      Calculator calculator = client.dispense("calculator", Calculator.class);
      calculator.initialize();
      assertThat(calculator.add(20, 22)).isEqualTo(42);
      client.ping();

      long pid = Long.parseLong(client.id().orElseThrow());
      assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();

      assertThat(client.exit().get(2, TimeUnit.SECONDS)).isEqualTo(ExitStatus.of(137));
      assertThatThrownBy(client::ping).hasMessageContaining("gone");
    }
  }

  private static ClientConfig.Builder autoMtls(String... arguments) {
    return Helper.plugin(arguments).security(AutoMtls.host());
  }
}
