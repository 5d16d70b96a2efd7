package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contract.Calculator;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginProgramTest {
  private static final MagicCookie COOKIE = new MagicCookie("COURSE_PLUGIN", "calculator");

  @TempDir Path folder;

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  @Test
  void thisFoldersPluginServesAHost() throws IOException {
    PluginProgram program = PluginProgram.compile(Path.of("Plugin.java"));
    List<String> stderr = Collections.synchronizedList(new ArrayList<>());
    String socket;
    try (PluginProcess plugin = PluginProcess.start(program.command(), COOKIE, stderr::add)) {
      HandshakeLine line = HandshakeLine.parse(plugin.firstLine(Duration.ofSeconds(30)));
      socket = line.address();
      try (PluginConnection connection = PluginConnection.open(line.pluginAddress())) {
        Calculator calculator = new CalculatorClient(connection.channel());
        calculator.initialize();

        assertThat(calculator.multiply(6, 7)).isEqualTo(42);
        assertThat(ProcessHandle.of(plugin.pid())).as("a process of its own").isPresent();
      }
      assertThat(plugin.stop()).as("SIGTERM is enough").isEqualTo("exit code 143 (SIGTERM)");
      assertThat(ProcessHandle.of(plugin.pid())).isEmpty();
    }
    assertThat(Path.of(socket)).as("the plugin removed its socket").doesNotExist();
    assertThat(stderr).as("a plugin that is well has nothing to say").isEmpty();
  }

  @Test
  void nothingOfTheHostIsOnTheClassPath() throws IOException {
    write("Plugin.java", "void main() {}");

    List<String> classPath = classPath(PluginProgram.compile(folder.resolve("Plugin.java")));

    assertThat(classPath).allSatisfy(entry -> assertThat(entry).endsWith(".jar"));
    assertThat(classPath)
        .as("no folder, so none with the host's classes")
        .doesNotContain(hostsClasses().toString());
    assertThat(classPath.getFirst())
        .as("before the libraries, whatever classes they have")
        .startsWith(folder.resolve(".build").toString());
  }

  private static Path hostsClasses() {
    return Path.of(
        URI.create(
            PluginProgram.class.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  @Test
  void filesOutsideTheFolderAreKeptApart() throws IOException {
    write("below/Below.java", "public interface Below {}");
    write("own/Plugin.java", "//SOURCES ../below/Below.java\nvoid main() {}");

    List<String> classPath = classPath(PluginProgram.compile(folder.resolve("own/Plugin.java")));

    assertThat(names(classPath.subList(0, 2)))
        .satisfiesExactly(
            own -> assertThat(own).startsWith("Plugin-"),
            below -> assertThat(below).startsWith("below-"));
  }

  @Test
  void compilesOnceOnly() throws IOException {
    write("Plugin.java", "void main() {}");

    assertThat(PluginProgram.compile(folder.resolve("Plugin.java")))
        .isEqualTo(PluginProgram.compile(folder.resolve("Plugin.java")));
  }

  @Test
  void aFolderWithABlankInItsNameWorks() throws IOException {
    write("my plugin/Plugin.java", "void main() { IO.println(\"hello\"); }");
    PluginProgram program = PluginProgram.compile(folder.resolve("my plugin/Plugin.java"));

    try (PluginProcess plugin = PluginProcess.start(program.command(), COOKIE, line -> {})) {
      assertThat(plugin.firstLine(Duration.ofSeconds(30))).isEqualTo("hello");
    }
  }

  @Test
  void whatDoesNotCompileIsTold() throws IOException {
    Path script = write("Plugin.java", "void main() { oops }");

    assertThatThrownBy(() -> PluginProgram.compile(script))
        .isInstanceOf(JavaBuildException.class)
        .hasMessageContaining("Plugin.java:1: error:");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> classPath(PluginProgram program) {
    List<String> command = program.command();
    return List.of(command.get(command.indexOf("-cp") + 1).split(File.pathSeparator));
  }

  private static List<String> names(List<String> paths) {
    return paths.stream().map(path -> Path.of(path).getFileName().toString()).toList();
  }
}
