package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaBuildTest {
  @TempDir Path folder;
  private Path source = Path.of("");
  private Path build = Path.of("");

  @BeforeEach
  void writeASource() throws IOException {
    source = Files.writeString(folder.resolve("One.java"), "package p; class One {}");
    build = folder.resolve("build");
  }

  @Test
  void packsTheClasses() throws IOException {
    assertThat(entries(jar(List.of()))).containsExactly("p/One.class");
  }

  @Test
  void keepsTheJarWhileNothingChanges() throws IOException {
    Path jar = jar(List.of());
    Files.setLastModifiedTime(jar, FileTime.fromMillis(1_000_000));

    assertThat(jar(List.of())).isEqualTo(jar);
    assertThat(Files.getLastModifiedTime(jar).toMillis()).isEqualTo(1_000_000);
  }

  @Test
  void aChangedSourceMakesAnotherJar() throws IOException {
    Path jar = jar(List.of());
    Files.writeString(source, "package p; class One { int i; }");

    assertThat(jar(List.of())).isNotEqualTo(jar);
  }

  @Test
  void anotherClassPathMakesAnotherJar() throws IOException {
    assertThat(jar(List.of(folder.resolve("lib.jar")))).isNotEqualTo(jar(List.of()));
  }

  @Test
  void compilesAgainstTheClassPath() throws IOException {
    Path one = jar(List.of());
    Path two = Files.writeString(folder.resolve("Two.java"), "package p; class Two extends One {}");

    Path jar = JavaBuild.jar("two", List.of(two), List.of(one), build);

    assertThat(entries(jar)).containsExactly("p/Two.class");
  }

  @Test
  void whatDoesNotCompileIsToldWithFileAndLine() throws IOException {
    Files.writeString(source, "package p;\nclass One {\n  int i = \"text\";\n}\n");

    assertThatThrownBy(() -> jar(List.of()))
        .isInstanceOf(JavaBuildException.class)
        .hasMessageContainingAll(source + ":3: error: incompatible types", "int i = \"text\";");
    assertThat(build).as("nothing is left of a failed build").isEmptyDirectory();
  }

  @Test
  void leavesNothingBesidesTheJar() throws IOException {
    Path jar = jar(List.of());

    try (Stream<Path> files = Files.list(build)) {
      assertThat(files).containsExactly(jar);
    }
  }

  @Test
  void severalAtOnceGetTheSameWholeJar() throws Exception {
    Callable<Path> work = () -> jar(List.of());
    List<Path> jars = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      for (Future<Path> made : threads.invokeAll(List.of(work, work, work, work))) {
        jars.add(made.get());
      }
    }

    assertThat(jars).containsOnly(jars.getFirst());
    assertThat(entries(jars.getFirst())).containsExactly("p/One.class");
    try (Stream<Path> files = Files.list(build)) {
      assertThat(files).hasSize(1);
    }
  }

  private Path jar(List<Path> classPath) throws IOException {
    return JavaBuild.jar("one", List.of(source), classPath, build);
  }

  private static List<String> entries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }
}
