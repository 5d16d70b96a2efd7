package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PluginManagerTest {
  private static final String LINE = "echo '1|1|unix|/tmp/no-such-socket|grpc|'; ";

  @BeforeAll
  static void quiet() {
    Logging.toStderr();
  }

  @AfterAll
  static void nothingRuns() {
    Helper.assertNothingRuns();
  }

  @Test
  @Tag("F22")
  void endsAllPluginsAtTheSameTime() {
    PluginManager manager = new PluginManager();
    List<PluginClient> clients = new ArrayList<>();
    KillTimes second =
        new KillTimes(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofSeconds(5));
    for (int i = 0; i < 8; i++) {
      ClientConfig config =
          Helper.script("trap '' TERM; " + LINE + "while :; do sleep 1; done")
              .killTimes(second)
              .build();
      clients.add(manager.add("plugin" + i, config));
    }
    clients.forEach(PluginClient::start);
    long start = System.nanoTime();

    manager.close();

    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("each takes a second and more; one after the other they would take eight")
        .isLessThan(Duration.ofSeconds(6));
    assertThat(clients).allMatch(PluginClient::exited);
    manager.close();
  }

  @Test
  @Tag("F22")
  void knowsPluginsByName() {
    try (PluginManager manager = new PluginManager()) {
      ClientConfig config = Helper.script("exit 1").build();
      PluginClient speller = manager.add("speller", config);
      PluginClient adder = manager.add("adder", config);

      assertThat(manager.get("speller")).isSameAs(speller);
      assertThat(manager.get("adder")).isSameAs(adder);
      assertThatThrownBy(() -> manager.add("adder", config))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"adder\"");
      assertThatThrownBy(() -> manager.get("sorter"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"sorter\"")
          .hasMessageContaining("[speller, adder]");
      assertThat(manager.status()).containsOnlyKeys("speller", "adder");
      assertThat(manager.status().get("adder"))
          .isEqualTo(new PluginStatus("", new PluginState.New(), Duration.ZERO, 0, 0));
    }
  }

  @Test
  @Tag("F22")
  void forgetsAPluginThatItHasEnded() {
    try (PluginManager manager = new PluginManager()) {
      ClientConfig config = Helper.plugin("plain").build();
      PluginClient first = manager.add("adder", config);
      first.start();

      KillReport report = manager.remove("adder");

      assertThat(report.graceful()).isTrue();
      assertThat(first.exited()).isTrue();
      assertThat(manager.status()).isEmpty();
      assertThat(manager.add("adder", config)).isNotSameAs(first);
      assertThatThrownBy(() -> manager.remove("sorter"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"sorter\"");
    }
  }

  @Test
  @Tag("F22")
  void takesNoPluginsAfterItsEnd() {
    PluginManager manager = new PluginManager();
    PluginClient early = manager.add("early", Helper.script("exit 1").build());
    manager.close();

    assertThatThrownBy(() -> manager.add("late", Helper.script("exit 1").build()))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(early::start).isInstanceOf(IllegalStateException.class);
  }
}
