import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.MagicCookie;
import basics.MagicCookieException;
import basics.PluginProgram;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The cookie by itself, and the lesson's plugin started as a person would.
@Tag("1.5")
@DisplayName("1.5 MagicCookie.requireIn")
class MagicCookieCheck {
  private static final String KEY = "COURSE_PLUGIN";
  private static final String BY_HAND = MagicCookieException.startedByHand().getMessage();
  private static final String MISCONFIGURED = MagicCookieException.misconfigured().getMessage();

  private static PluginProgram plugin;

  private final MagicCookie cookie = new MagicCookie(KEY, "calculator");

  @BeforeAll
  static void compileThePlugin() throws IOException {
    plugin = PluginProgram.compile(Path.of("Plugin.java"));
  }

  @Test
  @DisplayName("lets a plugin go on that has the cookie")
  void acceptsTheCookie() {
    Map<String, String> environment = Map.of("PATH", "/bin", KEY, "calculator");

    assertThatCode(() -> cookie.requireIn(environment))
        .as("the environment has the right value: do nothing")
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("stops a plugin without the cookie")
  void rejectsAnAbsentCookie() {
    assertThatThrownBy(
            () -> cookie.requireIn(Map.of("PATH", "/bin")),
            "%s is not in the environment: throw MagicCookieException.startedByHand()",
            KEY)
        .isInstanceOf(MagicCookieException.class)
        .hasMessage(BY_HAND);
  }

  @ParameterizedTest(name = "stops a plugin whose cookie has another value: \"{0}\"")
  @CsvSource({"''", "Calculator", "' calculator'", "calculator2", "calc", "COURSE_PLUGIN"})
  void rejectsAnotherValue(String value) {
    assertThatThrownBy(
            () -> cookie.requireIn(Map.of(KEY, value)),
            "the value is \"%s\", not \"calculator\": throw MagicCookieException.startedByHand()",
            value)
        .isInstanceOf(MagicCookieException.class)
        .hasMessage(BY_HAND);
  }

  @Test
  @DisplayName("looks at its own variable only")
  void looksAtItsOwnVariable() {
    assertThatThrownBy(
            () -> cookie.requireIn(Map.of("OTHER_PLUGIN", "calculator")),
            "the value stands under another name: look %s up, and nothing else",
            KEY)
        .isInstanceOf(MagicCookieException.class)
        .hasMessage(BY_HAND);
  }

  static Stream<Arguments> blankCookies() {
    return Stream.of(
        Arguments.of("no key", new MagicCookie("", "calculator")),
        Arguments.of("a blank key", new MagicCookie("  ", "calculator")),
        Arguments.of("no value", new MagicCookie(KEY, "")),
        Arguments.of("a blank value", new MagicCookie(KEY, " ")));
  }

  @ParameterizedTest(name = "tells a misconfigured plugin: {0}")
  @MethodSource("blankCookies")
  void rejectsBlankCookies(String name, MagicCookie blank) {
    // An environment that agrees with the blank cookie makes it no better.
    Map<String, String> environment = Map.of(blank.key(), blank.value());
    String advice = "the cookie has %s: throw MagicCookieException.misconfigured()";

    assertThatThrownBy(() -> blank.requireIn(environment), advice, name)
        .isInstanceOf(MagicCookieException.class)
        .hasMessage(MISCONFIGURED);
    assertThatThrownBy(() -> blank.requireIn(Map.of()), advice, name)
        .isInstanceOf(MagicCookieException.class)
        .hasMessage(MISCONFIGURED);
  }

  @Test
  @DisplayName("a plugin started by hand explains itself and exits with 1")
  void pluginStartedByHandExplainsItself() throws Exception {
    ProcessBuilder byHand = new ProcessBuilder(plugin.command());
    byHand.environment().remove(KEY);

    assertExplainsItself(byHand);
  }

  @Test
  @DisplayName("a plugin started with another cookie explains itself and exits with 1")
  void pluginWithAnotherCookieExplainsItself() throws Exception {
    ProcessBuilder byHand = new ProcessBuilder(plugin.command());
    byHand.environment().put(KEY, "spellchecker");

    assertExplainsItself(byHand);
  }

  private static void assertExplainsItself(ProcessBuilder builder) throws Exception {
    Process process = builder.start();
    try {
      CompletableFuture<List<String>> told = lines(process.errorReader());
      // It ends at the first line, if the plugin goes on; else with the plugin.
      CompletableFuture<List<String>> printed = firstLine(process.inputReader());
      assertThat(printed)
          .as("the plugin neither ends nor prints a line")
          .succeedsWithin(Duration.ofSeconds(7));
      if (!printed.join().isEmpty()) {
        end(process);
      }
      assertThat(told).as("the plugin's stderr ends").succeedsWithin(Duration.ofSeconds(2));

      assertThat(printed.join())
          .as("stdout stays empty, since no host reads it; stderr was: %s", told.join())
          .isEmpty();
      assertThat(told.join())
          .as("stderr tells a person in three lines what this program is")
          .containsExactlyElementsOf(BY_HAND.lines().toList());
      assertThat(process.waitFor()).as("exit code of a plugin started by hand").isEqualTo(1);
    } finally {
      end(process);
    }
  }

  /// Politely first, so that a plugin that goes on can remove its socket. By its handle, because
  /// `Process.destroy` also closes the streams that are still being read.
  private static void end(Process process) throws InterruptedException {
    process.toHandle().destroy();
    if (!process.waitFor(2, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private static CompletableFuture<List<String>> lines(BufferedReader reader) {
    return onOwnThread(() -> reader.lines().toList());
  }

  private static CompletableFuture<List<String>> firstLine(BufferedReader reader) {
    return onOwnThread(() -> reader.lines().limit(1).toList());
  }

  /// Not in the common pool: on two cores it has one thread, and reading blocks it.
  private static <T> CompletableFuture<T> onOwnThread(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, Thread::startVirtualThread);
  }
}
