package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestReaderTest {
  private static final String GOOD =
      """
      name: calculator
      kind: calculator
      version: 1.4.0
      command: [bin/calculator, --level, 3]
      """;

  @TempDir private Path folder = Path.of("");

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve(PluginManifest.FILE_NAME), text);
  }

  @Test
  void readsAWholeManifest() throws IOException {
    Path file =
        write(
            GOOD
                + """
                description: adds and multiplies
                capabilities: [precise, arithmetic]
                dependencies:
                  - storage
                """);

    PluginManifest manifest = PluginManifest.read(file);

    assertThat(manifest.label()).isEqualTo("calculator 1.4.0");
    assertThat(manifest.kind()).isEqualTo("calculator");
    assertThat(manifest.description()).isEqualTo("adds and multiplies");
    assertThat(manifest.capabilities()).containsExactly("arithmetic", "precise");
    assertThat(manifest.dependencies()).containsExactly("storage");
    assertThat(manifest.folder()).isEqualTo(folder);
    assertThat(manifest.command())
        .containsExactly(folder.resolve("bin/calculator").toString(), "--level", "3");
  }

  @Test
  void keepsThePermissionsAsTheyAreWritten() throws IOException {
    Path file =
        write(
            GOOD
                + """
                permissions:
                  calls: [calculator.Calculator/*]
                  network: true
                  processes: 20
                """);

    PluginManifest manifest = PluginManifest.read(file);

    assertThat(manifest.permissions())
        .containsExactly(
            entry("calls", List.of("calculator.Calculator/*")),
            entry("network", List.of("true")),
            entry("processes", List.of("20")));
    Files.writeString(file, GOOD);
    assertThat(PluginManifest.read(file).permissions()).isEmpty();
    write(GOOD + "permissions: all\n");
    assertThatThrownBy(() -> PluginManifest.read(file))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("\"permissions\" has no keys under it");
    write(GOOD + "permissions: {read: [{a: b}]}\n");
    assertThatThrownBy(() -> PluginManifest.read(file))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("permissions.read");
  }

  @Test
  void leavesABareExecutableToThePath() throws IOException {
    Path file = write(GOOD.replace("bin/calculator", "java"));

    assertThat(PluginManifest.read(file).command().getFirst()).isEqualTo("java");
  }

  @Test
  void leavesOptionalKeysOut() throws IOException {
    PluginManifest manifest = PluginManifest.read(write(GOOD + "dependencies:\n"));

    assertThat(manifest.description()).isEmpty();
    assertThat(manifest.capabilities()).isEmpty();
    assertThat(manifest.dependencies()).isEmpty();
  }

  static List<Arguments> bad() {
    return List.of(
        Arguments.of("", "no manifest"),
        Arguments.of("just a text", "no manifest"),
        Arguments.of("- a\n- b\n", "no manifest"),
        Arguments.of(GOOD.replaceFirst("command.*\n", ""), "\"command\" is missing"),
        Arguments.of(GOOD.replaceFirst("name.*\n", ""), "\"name\" is missing"),
        Arguments.of(GOOD.replaceFirst("kind.*\n", ""), "\"kind\" is missing"),
        Arguments.of(GOOD.replaceFirst("version.*\n", ""), "\"version\" is missing"),
        Arguments.of(GOOD.replaceFirst("command.*\n", "command: []\n"), "\"command\" is empty"),
        Arguments.of(GOOD.replaceFirst("command.*\n", "command: java\n"), "no list"),
        Arguments.of(GOOD.replaceFirst("command.*\n", "command: [true]\n"), "no text"),
        Arguments.of(GOOD.replaceFirst("command.*\n", "command: ['']\n"), "empty text"),
        Arguments.of(GOOD.replace("1.4.0", "1.4"), "\"version\" has 1.4"),
        Arguments.of(GOOD.replace("1.4.0", "latest"), "\"latest\""),
        Arguments.of(GOOD.replace("name: calculator", "name: ../../etc"), "\"../../etc\""),
        Arguments.of(GOOD.replace("bin/calculator", "\"bin/\\0\""), "no path"),
        Arguments.of(GOOD.replace("--level", "\"a\\0b\""), "\"command\""),
        Arguments.of(GOOD.replace("1.4.0", "1.4.0-a" + ".a".repeat(20_000)), "no version"),
        Arguments.of(GOOD.replace("level, 3", "level, 1.10"), "quotes"),
        Arguments.of(GOOD + "comand: [java]\n", "\"comand\" is unknown"),
        Arguments.of(GOOD + "name: again\n", "line 5"),
        Arguments.of(GOOD + "capabilities: [a, [b]]\n", "\"capabilities\""),
        Arguments.of("name: [calculator\nkind", "no YAML: line "),
        Arguments.of("name: &a calculator\nkind: *a\n", "an alias (*a)"),
        Arguments.of("a: ".repeat(50) + "b", "no YAML"),
        Arguments.of("[".repeat(5000), "no YAML"),
        Arguments.of("#".repeat(ManifestReader.LIMIT_BYTES + 1), "too long"));
  }

  @ParameterizedTest
  @MethodSource
  void bad(String text, String part) throws IOException {
    Path file = write(text);

    assertThatThrownBy(() -> PluginManifest.read(file))
        .isInstanceOfSatisfying(ManifestException.class, e -> assertThat(e.file()).isEqualTo(file))
        .hasMessageStartingWith(file.toString())
        .hasMessageContaining(part);
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Path file = folder.resolve(PluginManifest.FILE_NAME);
    Files.write(file, "name: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> PluginManifest.read(file))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("no UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "kind", "version", "dependencies", "other"})
  void aMessageStaysShortAndHasNoTerminalCommands(String key) throws IOException {
    String value = "\"" + "x".repeat(5_000) + "\\e[2J\"";
    Path file =
        write(
            GOOD.replaceFirst("(?m)^" + key + ":.*\n", "")
                + key
                + ": "
                + (key.equals("dependencies") ? "[" + value + "]" : value)
                + "\n"
                + (key.equals("other") ? value + ": 1\n" : ""));

    assertThatThrownBy(() -> PluginManifest.read(file))
        .isInstanceOf(ManifestException.class)
        .message()
        .doesNotContain("\u001b")
        .satisfies(text -> assertThat(text.length() - file.toString().length()).isLessThan(250));
  }

  @Test
  @Timeout(10)
  void aPipeIsNoManifest() throws Exception {
    Path pipe = folder.resolve(PluginManifest.FILE_NAME);
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertThatThrownBy(() -> PluginManifest.read(pipe))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("no regular file");
  }

  @Test
  void refusesWhatCannotBeRead() {
    assertThatThrownBy(() -> PluginManifest.read(folder.resolve("none.yaml")))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("does not exist");
    assertThatThrownBy(() -> PluginManifest.read(folder))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("no regular file");
  }
}
