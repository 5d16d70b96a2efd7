package newplugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The template fits the course, and its marks are filled.
class TemplateTest {
  private static final Pattern PLUGIN =
      Pattern.compile(
          "<artifactId>([\\w-]+-maven-plugin|maven-[\\w-]+-plugin)</artifactId>"
              + "\\s*<version>([^<]+)</version>");
  private static final Pattern DEPENDENCY =
      Pattern.compile("<dependency>\\s*<groupId>([^<$]+)</groupId>\\s*<artifactId>([^<]+)<");
  private static final String FRAMEWORK_POM =
      "plugin-template/project/lib/course/plugins/plugin-framework/__framework.version__/"
          + "plugin-framework-__framework.version__.pom";

  private static String text(String file) throws IOException {
    return Files.readString(Course.ROOT.resolve(file));
  }

  private static Map<String, String> plugins(String file) throws IOException {
    Map<String, String> plugins = new TreeMap<>();
    PLUGIN.matcher(text(file)).results().forEach(m -> plugins.put(m.group(1), m.group(2)));
    return plugins;
  }

  private static Set<String> dependencies(String... files) throws IOException {
    Set<String> dependencies = new TreeSet<>();
    for (String file : files) {
      DEPENDENCY
          .matcher(text(file))
          .results()
          .map(m -> m.group(1) + ":" + m.group(2))
          .filter(dependency -> !dependency.startsWith("course.plugins:"))
          .forEach(dependencies::add);
    }
    return dependencies;
  }

  @Test
  void mavensPluginsHaveTheVersionsOfTheCoursesOwnBuild() throws IOException {
    Map<String, String> ours = plugins("pom.xml");
    Map<String, String> theirs = plugins("plugin-template/project/pom.xml");

    assertThat(theirs).containsKeys("maven-compiler-plugin", "protobuf-maven-plugin");
    ours.keySet().retainAll(theirs.keySet());
    assertThat(ours).hasSizeGreaterThanOrEqualTo(4);
    assertThat(theirs).containsAllEntriesOf(ours);
  }

  @Test
  void theFrameworkNeedsTheLibrariesThatItsLayersNeed() throws IOException {
    assertThat(dependencies(FRAMEWORK_POM))
        .isNotEmpty()
        .isEqualTo(
            dependencies(
                "shared-contract/pom.xml",
                "solutions/01-basics/pom.xml",
                "solutions/02-lifecycle/pom.xml",
                "solutions/03-extensions/pom.xml"));
  }

  @Test
  void versionsOfLibrariesComeFromTheCoursesPom() throws IOException, NewPluginException {
    assertThat(CourseFolder.find(Course.ROOT).versions())
        .containsKeys("grpc.version", "protobuf.version", "junit.version");
    // No version of a library is written in the template itself.
    assertThat(text(FRAMEWORK_POM).replaceFirst("(?s).*?</modelVersion>", ""))
        .doesNotContainPattern("<version>[0-9]");
    assertThat(text("plugin-template/project/pom.xml"))
        .doesNotContainPattern("<(grpc|protobuf|junit|assertj|protoc-gen-grpc).version>[0-9]");
  }

  @Test
  void jbangAndMavenTakeTheSamePicocli() throws IOException, NewPluginException {
    String version = CourseFolder.find(Course.ROOT).versions().get("picocli.version");

    assertThat(text("plugin-template/NewPlugin.java"))
        .contains("//DEPS info.picocli:picocli:" + version + "\n");
  }

  @Test
  void thePluginHasTheCookieOfLesson3sHost() throws IOException {
    String cookie = "new MagicCookie(\"COURSE_PLUGIN\", \"extensions\")";

    assertThat(text("solutions/03-extensions/Host.java")).contains(cookie);
    assertThat(text("plugin-template/project/src/main/java/plugin/__package__/__Type__Kind.java"))
        .contains(cookie);
  }

  @Test
  void namesNoFolderOfThisMachine() throws IOException {
    try (Stream<Path> files = Files.walk(Course.ROOT.resolve("plugin-template/project"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(file).content().doesNotContain(Course.ROOT.toString());
      }
    }
  }

  @Test
  void aMarkWithoutAValueIsAnErrorThatNamesIt(@TempDir Path folder) throws IOException {
    Path texts = Files.createDirectory(folder.resolve("texts"));
    Files.writeString(texts.resolve("a.txt"), "__known__ and __un.known2__");

    assertThatThrownBy(() -> new Template(texts, Map.of("known", "x")).write(folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a.txt: the mark __un.known2__ has no value; there are [known]");
  }

  @Test
  void fillsMarksInNamesAndTextsAndTakesValuesAsTheyAre(@TempDir Path folder) throws IOException {
    Path texts = folder.resolve("texts");
    Files.createDirectories(texts.resolve("__a__"));
    Files.writeString(texts.resolve("__a__/x__a____b__.txt"), "__a____b__ _a_ __ $1");
    Path target = Files.createDirectory(folder.resolve("target"));

    new Template(texts, Map.of("a", "A$1", "b", "B\\")).write(target);

    assertThat(target.resolve("A$1/xA$1B\\.txt")).hasContent("A$1B\\ _a_ __ $1");
    assertThat(List.of(target.toFile().list())).containsExactly("A$1");
  }
}
