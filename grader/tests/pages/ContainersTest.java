package pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The files that make a container of the course can be read, and what they run exists. Whether the
/// container starts, only its service can tell.
class ContainersTest {
  private static final Path ROOT = Path.of("..");
  private static final Path POST_BUILD = ROOT.resolve("binder/postBuild");
  private static final Pattern SCRIPT = Pattern.compile("(?m)^([a-z]+/[\\w/-]+\\.sh)\\b");

  @Test
  void theDevContainerHasTheJdkOfTheCourseAndMaven() throws IOException {
    JsonNode java = devContainer().path("features").path("ghcr.io/devcontainers/features/java:1");

    assertThat(java.path("version").asString()).isEqualTo("25");
    assertThat(java.path("installMaven").asString()).isEqualTo("true");
    assertThat(devContainer().path("image").asString()).isNotEmpty();
  }

  @Test
  void theDevContainerRunsTargetsThatExist() throws IOException {
    String command = devContainer().path("postCreateCommand").asString();

    assertThat(command).contains("make setup");
    assertThat(unknown(command)).isEmpty();
  }

  @Test
  void bindersEnvironmentBringsWhatSetupAsksFor() throws IOException {
    JsonNode environment =
        new YAMLMapper().readTree(ROOT.resolve("binder/environment.yml").toFile());
    List<String> packages =
        environment
            .path("dependencies")
            .valueStream()
            .map(entry -> entry.asString().split("[=<>]", 2)[0])
            .toList();

    assertThat(packages).contains("python", "openjdk", "maven", "make");
  }

  @Test
  void binderRunsWhatExists() throws IOException {
    String script = Files.readString(POST_BUILD);

    assertThat(POST_BUILD).isExecutable();
    assertThat(unknown(script)).isEmpty();
    assertThat(SCRIPT.matcher(script).results().map(found -> ROOT.resolve(found.group(1))))
        .isNotEmpty()
        .allSatisfy(file -> assertThat(file).isExecutable());
  }

  private static JsonNode devContainer() throws IOException {
    return JsonMapper.shared().readTree(ROOT.resolve(".devcontainer/devcontainer.json").toFile());
  }

  /// The `make` targets in a text that do not exist.
  private static List<String> unknown(String commands) throws IOException {
    Page page = Page.parse(ROOT.resolve("commands.md"), "```\n" + commands + "\n```\n");
    return Commands.of(ROOT).unknown(page);
  }
}
