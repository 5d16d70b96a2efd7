package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The versions that JBang takes and those that Maven takes are the same.
class DependenciesTest {
  private static final Path ROOT = Path.of("../..");
  private static final List<String> FILES =
      List.of(
          "shared-contract/Dependencies.java",
          "solutions/03-extensions/ExtensionsDependencies.java",
          "solutions/04-security-monitoring/MonitoringDependencies.java",
          "solutions/04-security-monitoring/SecurityDependencies.java",
          "solutions/projects/gateway/GatewayDependencies.java");
  private static final Pattern DEPS = Pattern.compile("(?m)^//DEPS ([^:]+):([^:]+):(\\S+)$");
  private static final Pattern PROPERTY = Pattern.compile("<([\\w.-]+\\.version)>([^<]+)</");
  private static final Pattern DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>"
              + "\\s*<version>\\$\\{([^}]+)\\}</version>");

  @Test
  void jbangAndMavenTakeTheSameVersions() throws IOException {
    Map<String, String> maven = mavenVersions();

    Map<String, String> jbang = new TreeMap<>();
    for (String file : FILES) {
      List<MatchResult> found = matches(DEPS, file);
      assertThat(found).as(file).isNotEmpty();
      found.forEach(
          dependency ->
              jbang.put(dependency.group(1) + ":" + managed(dependency), dependency.group(3)));
    }

    assertThat(jbang)
        .allSatisfy(
            (library, version) ->
                assertThat(maven.get(library))
                    .as("pom.xml's version of %s", library)
                    .isEqualTo(version));
  }

  /// All of gRPC has one version, which its list of versions (`grpc-bom`) names.
  private static String managed(MatchResult dependency) {
    return dependency.group(1).equals("io.grpc") ? "grpc-bom" : dependency.group(2);
  }

  private static Map<String, String> mavenVersions() throws IOException {
    Map<String, String> properties = new TreeMap<>();
    matches(PROPERTY, "pom.xml").forEach(found -> properties.put(found.group(1), found.group(2)));
    Map<String, String> versions = new TreeMap<>();
    matches(DEPENDENCY, "pom.xml")
        .forEach(
            found ->
                versions.put(
                    found.group(1) + ":" + found.group(2),
                    properties.getOrDefault(found.group(3), "no property " + found.group(3))));
    return versions;
  }

  private static List<MatchResult> matches(Pattern pattern, String file) throws IOException {
    return pattern.matcher(Files.readString(ROOT.resolve(file))).results().toList();
  }
}
