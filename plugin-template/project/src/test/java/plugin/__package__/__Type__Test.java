package plugin.__package__;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import extensions.PluginCatalog;
import extensions.PluginManifest;
import extensions.PluginRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Starts the real plugin by its manifest, as a host does, and calls it through its contract.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class __Type__Test {
  private final PluginManifest manifest =
      PluginManifest.read(Path.of(PluginManifest.FILE_NAME));
  private final PluginRegistry registry =
      PluginRegistry.builder(PluginCatalog.of(List.of(manifest)), __Type__Kind::config).open();
  private final __Type__Contract plugin =
      registry.plugin(manifest.name()).client(__Type__Client::new);

  @BeforeAll
  void start() {
    Logging.toStderr();
    registry.startAll(Duration.ofSeconds(50));
  }

  @AfterAll
  void end() {
    registry.close();
    assertThat(ProcessHandle.current().children().filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void greetsByName() {
    assertThat(plugin.greet("Ada")).isEqualTo("Hello, Ada!");
  }

  @Test
  void refusesABlankName() {
    assertThatThrownBy(() -> plugin.greet(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the name is blank");
  }

  @Test
  void isOfTheKindThatItsManifestNames() {
    assertThat(manifest.kind()).isEqualTo(__Type__Kind.NAME);
  }
}
