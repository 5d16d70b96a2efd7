package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourcesTest {
  @TempDir Path folder;

  @Test
  void aScriptWithoutSourcesStandsAlone() throws IOException {
    write("Plugin.java", "void main() {}");

    assertThat(found()).containsExactly("Plugin.java");
  }

  @Test
  void followsSourcesOfSources() throws IOException {
    write("Plugin.java", "//SOURCES lib/One.java");
    write("lib/One.java", "//SOURCES ../other/Two.java");
    write("other/Two.java", "class Two {}");

    assertThat(found()).containsExactly("Plugin.java", "lib/One.java", "other/Two.java");
  }

  @Test
  void takesEachFileOnce() throws IOException {
    write("Plugin.java", "//SOURCES lib/*.java\n//SOURCES lib/One.java");
    write("lib/One.java", "//SOURCES ../Plugin.java");

    assertThat(found()).containsExactly("Plugin.java", "lib/One.java");
  }

  @Test
  void oneStarStaysInItsFolder() throws IOException {
    write("Plugin.java", "//SOURCES lib/*.java");
    write("lib/One.java", "");
    write("lib/notes.txt", "");
    write("lib/deep/Two.java", "");

    assertThat(found()).containsExactly("Plugin.java", "lib/One.java");
  }

  @Test
  void twoStarsGoDown() throws IOException {
    write("Plugin.java", "//SOURCES lib/**/*.java");
    write("lib/One.java", "");
    write("lib/deep/down/Two.java", "");

    assertThat(found())
        .containsExactlyInAnyOrder("Plugin.java", "lib/One.java", "lib/deep/down/Two.java");
  }

  @Test
  void aBlankInTheFoldersNameDoesNoHarm() throws IOException {
    write("Plugin.java", "//SOURCES my lib/*.java");
    write("my lib/One.java", "");

    assertThat(found()).containsExactly("Plugin.java", "my lib/One.java");
  }

  @Test
  void aPatternWithoutAFileIsTold() throws IOException {
    write("Plugin.java", "//SOURCES lib/*.java");
    Files.createDirectory(folder.resolve("lib"));

    assertThatThrownBy(this::found)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll("Plugin.java", "no file matches //SOURCES lib/*.java");
  }

  @Test
  void aMissingFileIsTold() throws IOException {
    write("Plugin.java", "//SOURCES lib/One.java");

    assertThatThrownBy(this::found)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("One.java");
  }

  @Test
  void aMissingFolderIsTold() throws IOException {
    write("Plugin.java", "//SOURCES lib/*.java");

    assertThatThrownBy(this::found).isInstanceOf(IOException.class).hasMessageContaining("lib");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private List<String> found() throws IOException {
    return JavaSources.of(folder.resolve("Plugin.java")).stream()
        .map(file -> folder.toAbsolutePath().normalize().relativize(file).toString())
        .toList();
  }
}
