package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredPluginsTest {
  @TempDir private Path folder = Path.of("");

  private PluginCatalog catalog(String config) throws IOException {
    Path file = folder.resolve("plugin-config.yaml");
    Files.writeString(file, config);
    return ConfiguredPlugins.catalog(PluginConfig.load(file));
  }

  private void manifest(String directory, String name, String kind) throws IOException {
    Path plugin = Files.createDirectories(folder.resolve(directory));
    Files.writeString(
        plugin.resolve(PluginManifest.FILE_NAME),
        """
        name: %s
        kind: %s
        version: 2.1.0
        command: [bin/run, --quiet]
        permissions:
          calls: [Add]
        """
            .formatted(name, kind));
  }

  @Test
  void aDirectoryBringsItsManifestAndThePluginIsToldItsSettings() throws IOException {
    manifest("calc", "calculator", "calculator");

    PluginManifest plugin =
        catalog(
                """
                plugins:
                  calculator:
                    directory: calc
                    precision: 3
                """)
            .plugin("calculator");

    assertThat(plugin.label()).isEqualTo("calculator 2.1.0");
    assertThat(plugin.folder()).isEqualTo(folder.resolve("calc"));
    assertThat(plugin.permissions()).isEqualTo(Map.of("calls", List.of("Add")));
    assertThat(plugin.command())
        .containsExactly(folder.resolve("calc/bin/run").toString(), "--quiet", "precision=3");
  }

  @Test
  void aCommandBesideADirectoryReplacesTheManifests() throws IOException {
    manifest("calc", "calculator", "calculator");

    PluginManifest plugin =
        catalog(
                """
                plugins:
                  calculator:
                    directory: calc
                    command: [./other]
                """)
            .plugin("calculator");

    assertThat(plugin.label()).isEqualTo("calculator 2.1.0");
    assertThat(plugin.command())
        .containsExactly(folder.resolve("other").toString(), "precision=10");
  }

  @Test
  void aCommandAloneIsAPluginOfItsKind() throws IOException {
    PluginCatalog catalog =
        catalog(
            """
            plugins:
              mine:
                kind: other
                command: [mine]
                settings:
                  size: 7
                  colour: red
              file-ops:
                command: [files]
                max_file_size: 1MB
                allowed_paths: [a, /b]
              network:
                command: [web]
                allowed_hosts: [example.org]
                timeout: 2s
            """);

    assertThat(catalog.plugin("mine").command()).containsExactly("mine", "colour=red", "size=7");
    assertThat(catalog.plugin("file-ops").command())
        .containsExactly(
            "files",
            "max_file_bytes=1000000",
            "allowed_path=" + folder.resolve("a"),
            "allowed_path=/b");
    assertThat(catalog.plugin("network").command())
        .containsExactly(
            "web",
            "timeout_ms=2000",
            "max_response_bytes=10000000",
            "allow_private=false",
            "allowed_host=example.org");
    assertThat(catalog.withCapability("network"))
        .extracting(PluginManifest::label)
        .containsExactly("network 0.0.0");
  }

  @Test
  void anotherPluginsManifestIsRefusedAndEachIsNamed() throws IOException {
    manifest("one", "someone-else", "calculator");
    manifest("two", "file-ops", "calculator");

    assertThatThrownBy(
            () ->
                catalog(
                    """
                    plugins:
                      calculator:
                        directory: one
                      file-ops:
                        directory: two
                        allowed_paths: []
                    """))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("one/plugin.yaml")
        .hasMessageContaining("\"name\" is \"someone-else\"")
        .hasMessageContaining("the configuration says \"calculator\"")
        .satisfies(
            e ->
                assertThat(List.of(e.getSuppressed()))
                    .singleElement()
                    .asString()
                    .contains("two/plugin.yaml", "\"kind\" is \"calculator\""));
  }

  @Test
  void aPluginsProgramThatIsMissingIsNamed() {
    assertThatThrownBy(
            () ->
                catalog(
                    """
                    plugins:
                      calculator:
                        command: [./None.java]
                    """))
        .hasMessageContaining("None.java");
  }

  @Test
  void aPluginReadsWhatItIsTold() {
    PluginArguments arguments =
        PluginArguments.of("calculator", "a=1", "b=x=y", "a=2", "empty=", "=nothing");

    assertThat(arguments.all("a")).containsExactly("1", "2");
    assertThat(arguments.text("a")).contains("2");
    assertThat(arguments.number("a")).isEqualTo(2);
    assertThat(arguments.text("b")).contains("x=y");
    assertThat(arguments.text("empty")).contains("");
    assertThat(arguments.all("calculator")).isEmpty();
    assertThatThrownBy(() -> arguments.number("b"))
        .hasMessage("the argument b= has x=y; a whole number is expected");
    assertThatThrownBy(() -> arguments.number("c"))
        .hasMessage("the argument c= has nothing; a whole number is expected");
  }
}
