package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import basics.MagicCookie;
import io.grpc.Channel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The parts of a configuration.
class ClientConfigTest {
  private static final RunnerFactory NEVER =
      (plan, sockets) -> {
        throw new IOException("never launched");
      };

  private static ClientConfig.Builder builder() {
    return ClientConfig.builder(
            new HandshakeConfig(1, new MagicCookie("KEY", "value")), List.of("plugin"))
        .plugins(PluginSet.of("channel", Channel.class, DispenseContext::channel))
        .environment("A", "b")
        .skipHostEnvironment()
        .startTimeout(Duration.ofSeconds(3));
  }

  @Test
  void anotherRunnerChangesNothingElse() {
    ClientConfig plain = builder().build();

    ClientConfig changed = plain.withRunner(NEVER);

    assertThat(changed.launch().runner()).containsSame(NEVER);
    assertThat(changed).usingRecursiveComparison().ignoringFields("launch.runner").isEqualTo(plain);
  }
}
