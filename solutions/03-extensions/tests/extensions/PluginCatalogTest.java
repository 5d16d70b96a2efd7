package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginCatalogTest {
  @TempDir private Path folder = Path.of("");

  private Path write(String subfolder, String name, String more) throws IOException {
    Path directory = Files.createDirectories(folder.resolve(subfolder));
    return Files.writeString(
        directory.resolve(PluginManifest.FILE_NAME),
        """
        name: %s
        kind: test
        command: [java]
        version: 1.0.0
        %s
        """
            .formatted(name, more));
  }

  @Test
  void findsEachFolderWithAManifest() throws IOException {
    write("one", "b", "");
    write("two", "a", "dependencies: [b]");
    write("two/deeper", "c", "");
    Files.createDirectories(folder.resolve("empty"));
    Files.writeString(folder.resolve("README.md"), "plugins");

    PluginCatalog catalog = PluginCatalog.discover(folder);

    assertThat(catalog.plugins()).extracting(PluginManifest::name).containsExactly("a", "b");
    assertThat(catalog.startOrder()).containsExactly("b", "a");
    assertThat(catalog.dependenciesOf("a")).containsExactly("b");
    assertThat(catalog.dependentsOf("b")).containsExactly("a");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    assertThatThrownBy(() -> PluginCatalog.discover(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void tellsOfAllWrongManifests() throws IOException {
    write("one", "a", "capabilities: 3");
    write("two", "b", "");
    write("three", "c", "colour: red");

    assertThatThrownBy(() -> PluginCatalog.discover(folder))
        .isInstanceOf(ManifestException.class)
        .hasMessageContaining("one")
        .satisfies(
            e ->
                assertThat(e.getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasMessageContaining("colour")));
  }

  @Test
  void refusesTwoPluginsOfOneName() throws IOException {
    Path first = write("one", "same", "");
    Path second = write("two", "same", "");

    assertThatThrownBy(() -> PluginCatalog.discover(folder))
        .isInstanceOfSatisfying(
            DuplicatePluginException.class,
            e -> {
              assertThat(e.name()).isEqualTo("same");
              assertThat(e.files()).containsExactly(first, second);
            })
        .hasMessageContaining(first.toString())
        .hasMessageContaining(second.toString());
  }

  @Test
  void refusesAnUnknownDependency() throws IOException {
    Path file = write("one", "a", "dependencies: [storge]");
    write("two", "storage", "capabilities: [keep]");

    assertThatThrownBy(() -> PluginCatalog.discover(folder))
        .isInstanceOfSatisfying(
            UnknownDependencyException.class,
            e -> {
              assertThat(e.file()).isEqualTo(file);
              assertThat(e.dependency()).isEqualTo("storge");
            })
        .hasMessageContaining("[a, storage]")
        .hasMessageContaining("[keep]");
  }

  @Test
  void refusesACycle() throws IOException {
    write("one", "a", "dependencies: [b]");
    write("two", "b", "dependencies: [keep]");
    write("three", "c", "dependencies: [a]\ncapabilities: [keep]");

    assertThatThrownBy(() -> PluginCatalog.discover(folder))
        .isInstanceOf(DependencyCycleException.class)
        .hasMessageContaining("a -> b -> c -> a");
  }

  @Test
  void aPluginMayImproveOnACapabilityThatItNeeds() throws IOException {
    write("one", "disk", "capabilities: [keep]");
    write("two", "cache", "capabilities: [keep]\ndependencies: [keep]");

    assertThat(PluginCatalog.discover(folder).dependenciesOf("cache")).containsExactly("disk");
  }

  private static PluginManifest versioned(String name, String version, String capability) {
    return new PluginManifest(
        Path.of(name),
        name,
        capability + "-kind",
        SemanticVersion.parse(version).orElseThrow(),
        "",
        Set.of(capability),
        List.of("java"),
        Set.of());
  }

  @Test
  void findsTheHighestVersionFirst() {
    PluginCatalog catalog =
        PluginCatalog.of(
            List.of(
                versioned("nine", "9.0.0", "add"),
                versioned("ten", "10.0.0", "add"),
                versioned("next", "10.0.0-rc.1", "add"),
                versioned("also-ten", "10.0.0", "add"),
                versioned("other", "11.0.0", "addition")));

    assertThat(catalog.withCapability("add"))
        .extracting(PluginManifest::name)
        .containsExactly("also-ten", "ten", "next", "nine");
    assertThat(catalog.withCapability("Add")).isEmpty();
    assertThat(catalog.kinds().get("add-kind")).isEqualTo(catalog.withCapability("add"));
    assertThat(catalog.replace(versioned("nine", "12.0.0", "add")).withCapability("add"))
        .first()
        .extracting(PluginManifest::label)
        .isEqualTo("nine 12.0.0");
  }

  @Test
  void eachComesAfterWhatItNeeds() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      List<String> names = new ArrayList<>();
      Map<String, Set<String>> dependencies = new HashMap<>();
      for (int i = 0; i < random.nextInt(1, 12); i++) {
        Set<String> needed = new HashSet<>();
        for (String earlier : names) {
          if (random.nextInt(3) == 0) {
            needed.add(earlier);
          }
        }
        String name = String.valueOf((char) ('a' + (i * 7) % 12));
        names.add(name);
        dependencies.put(name, needed);
      }

      List<String> order = DependencyOrder.of(dependencies);

      assertThat(order).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(names);
      dependencies.forEach(
          (name, needed) -> assertThat(order.subList(0, order.indexOf(name))).containsAll(needed));
    }
  }
}
