package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that can be used, and files that cannot.
class PluginConfigTest {
  private static final String GOOD =
      """
      plugins:
        calculator:
          command: ["bin/calculator", "--fast"]
          precision: 12
          timeout: 45s
        file-ops:
          directory: files
          max_file_size: "100MB"
          allowed_paths: ["data/../work", "/srv/shared"]
        network:
          command: [java, -jar, net.jar]
          allowed_hosts: [Example.com, "*.example.org", 10.0.0.7, "::1"]
          allow_private: true
          timeout: 500ms
          max_response_size: 64KiB
        mine:
          kind: other
          directory: /opt/mine
          settings:
            colour: red
            size: 0x10
      """;

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("plugin-config.yaml");
  }

  private PluginConfig load(String text) throws IOException {
    Files.writeString(file, text);
    return PluginConfig.load(file);
  }

  private ConfigException refusal(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    return refusal();
  }

  private ConfigException refusal(String text) throws IOException {
    return refusal(text.getBytes(StandardCharsets.UTF_8));
  }

  private ConfigException refusal() {
    ConfigException refusal =
        catchThrowableOfType(ConfigException.class, () -> PluginConfig.load(file));
    assertThat(refusal).isNotNull().hasMessageContaining(file.toString());
    return refusal;
  }

  private static ConfigProblem only(ConfigException refusal) {
    assertThat(refusal.problems()).as(refusal.getMessage()).hasSize(1);
    return refusal.problems().getFirst();
  }

  @Test
  void readsAllKinds() throws IOException {
    PluginConfig config = load(GOOD);

    assertThat(config.plugins().keySet())
        .containsExactly("calculator", "file-ops", "network", "mine");
    assertThat(config.plugins())
        .containsEntry(
            "calculator",
            new PluginSettings.Calculator(
                new PluginSource(
                    List.of(folder.resolve("bin/calculator").toString(), "--fast"),
                    Optional.empty()),
                12,
                Duration.ofSeconds(45)))
        .containsEntry(
            "file-ops",
            new PluginSettings.FileOps(
                new PluginSource(List.of(), Optional.of(folder.resolve("files"))),
                100_000_000,
                List.of(folder.resolve("work"), Path.of("/srv/shared"))))
        .containsEntry(
            "network",
            new PluginSettings.Network(
                new PluginSource(List.of("java", "-jar", "net.jar"), Optional.empty()),
                List.of("example.com", "*.example.org", "10.0.0.7", "::1"),
                true,
                Duration.ofMillis(500),
                65_536))
        .containsEntry(
            "mine",
            new PluginSettings.Other(
                new PluginSource(List.of(), Optional.of(Path.of("/opt/mine"))),
                Map.of("colour", "red", "size", "0x10")));
  }

  @Test
  void takesDefaults() throws IOException {
    PluginConfig config =
        load(
            """
            plugins:
              calculator: {command: [calc]}
              file-ops: {command: [files], allowed_paths: []}
              network: {command: [net], allowed_hosts: []}
            """);
    PluginSource calc = new PluginSource(List.of("calc"), Optional.empty());

    assertThat(config.plugins().get("calculator"))
        .isEqualTo(new PluginSettings.Calculator(calc, 10, Duration.ofSeconds(30)));
    assertThat(config.plugins().get("file-ops"))
        .isInstanceOfSatisfying(
            PluginSettings.FileOps.class,
            files -> assertThat(files.maxFileSizeBytes()).isEqualTo(100_000_000));
    assertThat(config.plugins().get("network"))
        .isInstanceOfSatisfying(
            PluginSettings.Network.class, network -> assertThat(network.allowPrivate()).isFalse());
  }

  @Test
  void takesAFileOfWindows() throws IOException {
    PluginConfig config = load("\uFEFF" + GOOD.replace("\n", "\r\n"));

    assertThat(config.plugins()).hasSize(4);
  }

  @Test
  void oneErrorHasPlaceKeyFoundAllowedAndNearest() throws IOException {
    ConfigException refusal = refusal(GOOD.replace("precision: 12", "precison: 12"));

    assertThat(only(refusal))
        .isEqualTo(
            new ConfigProblem(
                4,
                5,
                "plugins.calculator.precison",
                "the key \"precison\"",
                "command, directory, kind, permissions, precision, timeout",
                Optional.of("precision")));
    assertThat(refusal)
        .hasMessage(
            """
            %s: 1 problem.
            line 4, column 5: plugins.calculator.precison
              found: the key "precison"
              allowed: command, directory, kind, permissions, precision, timeout
              did you mean: precision"""
                .formatted(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "precision: 12|precision: '12'|4|16|plugins.calculator.precision|'\"12\"'",
        "precision: 12|precision: 101|4|16|plugins.calculator.precision|the number 101",
        "precision: 12|precision: 99999999999999999999|4|16|plugins.calculator.precision|the number"
            + " 99999999999999999999",
        "precision: 12|precision: 1.5|4|16|plugins.calculator.precision|the number 1.5",
        "precision: 12|precision: [1]|4|16|plugins.calculator.precision|a list",
        "precision: 12|'precision:'|4|15|plugins.calculator.precision|nothing",
        "45s|45|5|14|plugins.calculator.timeout|the number 45: no unit after 45",
        "45s|0s|5|14|plugins.calculator.timeout|'\"0s\"'",
        "45s|2h|5|14|plugins.calculator.timeout|'\"2h\"'",
        "45s|{a: b}|5|14|plugins.calculator.timeout|keys: a",
        "'\"100MB\"'|0B|8|20|plugins.file-ops.max_file_size|'\"0B\"'",
        "/srv/shared|~/data|9|37|plugins.file-ops.allowed_paths[1]|'\"~/data\": ~ stands for"
            + " nothing here'",
        "'\"/srv/shared\"'|7|9|37|plugins.file-ops.allowed_paths[1]|the number 7",
        "10.0.0.7|https://a.b/|12|51|plugins.network.allowed_hosts[2]|'\"https://a.b/\": a host has"
            + " no scheme and no path'",
        "allow_private: true|allow_private: yes|13|20|plugins.network.allow_private|'\"yes\"'",
        "kind: other|kind: othr|17|5|plugins.mine.kind|'\"othr\"'",
      })
  void namesPlaceKeyAndFind(String good, String bad, int line, int column, String key, String found)
      throws IOException {
    ConfigProblem problem = only(refusal(GOOD.replace(good, bad)));

    assertThat(problem)
        .extracting(
            ConfigProblem::line, ConfigProblem::column, ConfigProblem::key, ConfigProblem::found)
        .containsExactly(line, column, key, found);
    assertThat(problem.allowed()).isNotEmpty();
  }

  @Test
  void offersTheNearestUnitAndKind() throws IOException {
    assertThat(only(refusal(GOOD.replace("100MB", "100mb"))).nearest()).contains("100MB");
    assertThat(only(refusal(GOOD.replace("45s", "45sec"))).nearest()).isEmpty();
    assertThat(only(refusal(GOOD.replace("kind: other", "kind: netwrok"))).nearest())
        .contains("network");
    assertThat(only(refusal(GOOD.replace("  calculator:", "  calcluator:"))).nearest())
        .contains("calculator");
    assertThat(only(refusal("plugin: {}\nplugins: {}\n")).nearest()).contains("plugins");
  }

  @Test
  void aMissingKeyIsToldWithItsPlugin() throws IOException {
    ConfigException refusal =
        refusal("plugins:\n  calculator:\n    precision: 3\n  file-ops:\n    directory: x\n");

    assertThat(refusal.problems())
        .extracting(ConfigProblem::line, ConfigProblem::key, ConfigProblem::found)
        .containsExactly(
            tuple(2, "plugins.calculator.command", "nothing: the key is missing"),
            tuple(4, "plugins.file-ops.allowed_paths", "nothing: the key is missing"));
  }

  @Test
  void allProblemsAreToldTogetherAtMostTen() throws IOException {
    StringBuilder text = new StringBuilder("plugins:\n  calculator:\n    command: [x]\n");
    for (int i = 0; i < 25; i++) {
      text.append("    wrong").append(i).append(": 1\n");
    }
    ConfigException refusal = refusal(text.toString());

    assertThat(refusal.problems()).hasSize(10);
    assertThat(refusal.problems()).extracting(ConfigProblem::line).isSorted();
    assertThat(refusal).hasMessageContaining("25 problems").hasMessageEndingWith("and 15 more");
  }

  @Test
  void anAliasBombIsRefusedAndNotFollowed() throws IOException {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
    }
    ConfigException refusal = refusal(bomb + "plugins: {}\n");

    assertThat(refusal.problems()).anyMatch(problem -> problem.found().equals("the alias *a0"));
  }

  @Test
  void oneAliasIsRefused() throws IOException {
    ConfigProblem problem =
        only(
            refusal(
                """
                plugins:
                  calculator: {command: [x], timeout: &t 3s}
                  network: {command: [x], allowed_hosts: [], timeout: *t}
                """));

    assertThat(problem.found()).isEqualTo("the alias *t");
    assertThat(problem.key()).isEqualTo("plugins.network.timeout");
    assertThat(problem.line()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!javax.script.ScriptEngineManager [x]",
        "!custom 3s",
        "!!str 3s",
        "!!binary aGVsbG8=",
        "!!python/object:os.system {a: b}"
      })
  void tagsAreRefused(String value) throws IOException {
    ConfigProblem problem = only(refusal(GOOD.replace("45s", value)));

    assertThat(problem.found()).startsWith("the tag ");
    assertThat(problem.key()).isEqualTo("plugins.calculator.timeout");
  }

  @Test
  void aTagOnAKeyIsRefused() throws IOException {
    ConfigProblem problem = only(refusal(GOOD.replace("timeout: 45s", "!custom timeout: 45s")));

    assertThat(problem.found()).isEqualTo("the tag !custom");
  }

  @Test
  void aKeyMayStandOnce() throws IOException {
    ConfigProblem problem =
        only(refusal(GOOD.replace("precision: 12", "precision: 12\n    precision: 13")));

    assertThat(problem.line()).isEqualTo(5);
    assertThat(problem.allowed()).isEqualTo("each key once; line 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plugins: [",
        "plugins: {a: b",
        "a: b: c",
        "\tplugins: x",
        "plugins:\n  a: 'open",
        "? [a, b]\n: c\n",
        "plugins: @x",
        "%YAML 9.9\n---\nplugins: {}",
        "plugins: \u0001"
      })
  void whatIsNoYamlIsToldWithItsLine(String text) throws IOException {
    ConfigException refusal = refusal(text);

    assertThat(refusal.problems().getFirst().found()).startsWith("no YAML: ");
    assertThat(refusal.problems().getFirst().line()).isBetween(1, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: [1, 2\\n  b: 3   | 2 | 4 | expected ',' or ']', but got :",
        "a: b: c           | 1 | 5 | mapping values are not allowed here",
        "- a\\nb: 1        | 2 | 1 | expected <block end>, but found '?'",
      })
  void whatIsWrongWithItIsToldAndWhere(String text, int line, int column, String fault)
      throws IOException {
    ConfigProblem problem = only(refusal(text.translateEscapes()));

    assertThat(problem.found()).isEqualTo("no YAML: " + fault);
    assertThat(List.of(problem.line(), problem.column())).containsExactly(line, column);
    assertThat(problem.allowed()).isEqualTo("correct YAML");
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    assertThat(refusal("plugins: " + "[".repeat(100_000)))
        .hasMessageContaining("at most 20 levels");
    assertThat(refusal("plugins: " + "{a: ".repeat(100_000)))
        .hasMessageContaining("at most 20 levels");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# only a comment\n", "   ", "\uFEFF", "---\n...\n"})
  void anEmptyFileIsRefused(String text) throws IOException {
    assertThat(refusal(text).getMessage()).containsAnyOf("it is empty", "nothing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"- a|a list", "hello|'\"hello\"'", "plugins: 3|the number 3", "null|nothing"})
  void aFileOfAnotherTypeIsRefused(String text, String found) throws IOException {
    assertThat(only(refusal(text)).found()).isEqualTo(found);
  }

  @Test
  void aSecondDocumentIsRefused() throws IOException {
    assertThat(only(refusal(GOOD + "---\nplugins: {}\n")).found()).isEqualTo("a second document");
  }

  @Test
  void invalidUtf8IsRefusedWithItsLine() throws IOException {
    byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
    bytes[GOOD.indexOf("calculator\"") + 1] = (byte) 0xFF;

    assertThat(refusal(bytes)).hasMessageContaining("line 3 is not UTF-8: byte 0xFF");
  }

  @Test
  void aCutCharacterAtTheEndIsRefused() throws IOException {
    assertThat(refusal(new byte[] {'a', ':', ' ', (byte) 0xC3}))
        .hasMessageContaining("line 1 is not UTF-8");
  }

  @Test
  void aFileOfTenMegabytesIsRefused() throws IOException {
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(10_000_000);
    }

    assertThat(refusal()).hasMessageContaining("longer than 1048576 bytes");
  }

  @Test
  void aMissingFileIsRefused() {
    assertThat(refusal()).hasMessageContaining("there is no such file");
  }

  @Test
  void aFolderIsRefused() throws IOException {
    Files.createDirectory(file);

    assertThat(refusal()).hasMessageContaining("it is no regular file");
  }

  @Test
  void messagesFitATerminal() throws IOException {
    ConfigException refusal =
        refusal(
            "plugins: {calculator: {command: [x], \"\\e[31m%s\": 1}}".formatted("y".repeat(500)));

    assertThat(refusal.getMessage()).doesNotContain("\u001b").contains("\\u001B[31m");
    assertThat(only(refusal).found()).hasSizeLessThan(80);
  }

  /// Whatever stands in the file: a configuration or a ConfigException, and soon.
  @Test
  void anyDamageIsRefusedOrRead() throws IOException {
    long seed = 36;
    Random random = new Random(seed);
    for (int round = 0; round < 400; round++) {
      byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(ConfigReader.read(file, bytes).plugins()).isNotNull();
      } catch (ConfigException e) {
        assertThat(e.getMessage()).as("seed %d, round %d", seed, round).isNotEmpty();
      }
    }
  }

  @Test
  void keepsWhatIsGrantedAsItIsWritten() throws IOException {
    String granted =
        """
        plugins:
          calculator:
            command: [calculator]
            permissions:
              calls: ["calculator.Calculator/*", 7]
              network: false
        """;

    PluginConfig config = load(granted);

    assertThat(config.permissions("calculator"))
        .containsExactly(
            Map.entry("calls", List.of("calculator.Calculator/*", "7")),
            Map.entry("network", List.of("false")));
    assertThat(config.permissions("other")).isEmpty();
    ConfigChange change =
        ConfigChange.between(config, load(granted.replace("network: false", "network: true")));
    assertThat(change.changed())
        .extracting(ConfigChange.Difference::toString)
        .containsExactly("calculator.permissions.network: [false] -> [true]");
    assertThat(only(refusal(granted.replace("false", "{a: b}"))).key())
        .isEqualTo("plugins.calculator.permissions.network");
  }
}
