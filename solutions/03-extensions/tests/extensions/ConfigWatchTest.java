package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that changes while the host runs.
class ConfigWatchTest {
  private static final Duration SOON = Duration.ofMillis(20);

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private ConfigWatch watch;
  private final Heard heard = new Heard();

  @BeforeEach
  void start() throws IOException {
    file = folder.resolve("plugin-config.yaml");
    Files.writeString(file, text(10, "30s"));
    watch = ConfigWatch.start(file, SOON);
    watch.listen(heard);
  }

  @AfterEach
  void close() {
    watch.close();
  }

  private static String text(int precision, String timeout) {
    return "plugins:\n  calculator: {command: [x], precision: %d, timeout: %s}\n"
        .formatted(precision, timeout);
  }

  private void replace(String text) throws IOException {
    Path next = folder.resolve("next");
    Files.writeString(next, text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void soon(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(10)).pollInterval(SOON).untilAsserted(assertion);
  }

  @Test
  void tellsWhatChanged() throws IOException {
    Files.writeString(file, text(12, "45s"));

    soon(
        () ->
            assertThat(heard.changes)
                .singleElement()
                .satisfies(
                    change ->
                        assertThat(change.changed())
                            .extracting(String::valueOf)
                            .containsExactly(
                                "calculator.precision: 10 -> 12",
                                "calculator.timeout: 30000ms -> 45000ms")));
    assertThat(watch.current()).isEqualTo(heard.changes.getFirst().after());
  }

  /// Same length, and the same time as far as the file system tells.
  @Test
  void seesAReplacementThatLooksTheSame() throws IOException {
    for (int precision = 11; precision < 20; precision++) {
      int expected = precision;
      FileTime time = Files.getLastModifiedTime(file);
      Path next = folder.resolve("next");
      Files.writeString(next, text(precision, "30s"));
      Files.setLastModifiedTime(next, time);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

      soon(
          () ->
              assertThat(watch.current().plugin("calculator").orElseThrow().values())
                  .containsEntry("precision", String.valueOf(expected)));
    }
  }

  @Test
  void followsALinkThatPointsElsewhere() throws IOException {
    Path first = Files.writeString(folder.resolve("first"), text(1, "1s"));
    Path second = Files.writeString(folder.resolve("second"), text(2, "1s"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), first);
    try (ConfigWatch other = ConfigWatch.start(link, SOON)) {
      Path next = Files.createSymbolicLink(folder.resolve("next"), second);
      Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);

      soon(
          () ->
              assertThat(other.current().plugin("calculator").orElseThrow().values())
                  .containsEntry("precision", "2"));
    }
  }

  @Test
  void aBadFileChangesNothingAndIsToldOnce() throws IOException {
    PluginConfig before = watch.current();
    replace(text(10, "soon"));
    soon(() -> assertThat(heard.refusals).hasSize(1));

    assertThat(watch.current()).isSameAs(before);
    assertThat(watch.problem()).containsSame(heard.refusals.getFirst());
    assertThat(heard.refusals.getFirst()).hasMessageContaining("plugins.calculator.timeout");

    replace(text(10, "31s"));
    soon(() -> assertThat(heard.changes).hasSize(1));
    assertThat(heard.refusals).hasSize(1);
    assertThat(watch.problem()).isEmpty();
  }

  @Test
  void aMissingFileChangesNothing() throws IOException {
    PluginConfig before = watch.current();
    Files.delete(file);
    soon(
        () ->
            assertThat(heard.refusals)
                .singleElement()
                .satisfies(e -> assertThat(e).hasMessageContaining("no such file")));
    assertThat(watch.current()).isSameAs(before);

    Files.writeString(file, text(10, "30s"));
    soon(() -> assertThat(watch.problem()).isEmpty());
    assertThat(heard.changes).isEmpty();
  }

  @Test
  void tellsOfPluginsThatComeAndGo() throws IOException {
    replace("plugins:\n  file-ops: {command: [x], allowed_paths: []}\n");

    soon(() -> assertThat(heard.changes).hasSize(1));
    ConfigChange change = heard.changes.getFirst();
    assertThat(change.added()).containsExactly("file-ops");
    assertThat(change.removed()).containsExactly("calculator");
    assertThat(change.changed()).isEmpty();
  }

  @Test
  void aListenerThatFailsStopsNothing() throws IOException {
    Heard second = new Heard();
    watch.listen(
        change -> {
          throw new IllegalStateException("for this test");
        });
    watch.listen(second);
    replace(text(11, "30s"));
    soon(() -> assertThat(second.changes).hasSize(1));
    replace(text(12, "30s"));

    soon(() -> assertThat(second.changes).hasSize(2));
  }

  @Test
  void aListenerMayCloseTheWatch() throws IOException {
    watch.listen(change -> watch.close());
    replace(text(11, "30s"));

    soon(() -> assertThat(heard.changes).hasSize(1));
    watch.close();
    watch.close();
  }

  @Test
  void doesNotStartWithABadFile() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), "plugins: 3");

    assertThatThrownBy(() -> ConfigWatch.start(bad)).isInstanceOf(ConfigException.class);
    assertThatThrownBy(() -> ConfigWatch.start(file, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class Heard implements ConfigListener {
    final List<ConfigChange> changes = new CopyOnWriteArrayList<>();
    final List<ConfigException> refusals = new CopyOnWriteArrayList<>();

    @Override
    public void changed(ConfigChange change) {
      changes.add(change);
    }

    @Override
    public void refused(ConfigException problem) {
      refusals.add(problem);
    }
  }
}
