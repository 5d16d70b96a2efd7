package newplugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made, and what is refused with nothing made.
class NewPluginCommandTest {
  private Path folder = Path.of("");

  @BeforeEach
  void useFolder(@TempDir Path temporary) throws IOException {
    folder = temporary.toRealPath();
  }

  /// JUnit does not like them in its folder.
  @AfterEach
  void removeLinks() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path link : files.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }

  private Course.Run run(String name, Path target) {
    return Course.newPlugin(name, "--folder", target.toString());
  }

  private void refuses(Course.Run run, String... parts) throws IOException {
    assertThat(run.status()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(parts).doesNotContain("Exception");
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(path -> path.getFileName().toString())).isSubsetOf("mine", "course");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "My-Plugin",
        "my_plugin",
        "2fast",
        "-a",
        "a-",
        "a--b",
        "a b",
        "",
        "../evil",
        "a/b",
        "straße",
        "a23456789-123456789-123456789-123456789-1"
      })
  void refusesABadName(String name) throws IOException {
    // After "--", so that a hyphen at its beginning makes no option of it.
    Course.Run run = Course.newPlugin("--folder", folder.resolve("new").toString(), "--", name);

    refuses(run, '"' + name + '"', "lower-case letters, digits", "For example: my-plugin");
  }

  @Test
  void refusesAWordOfJavasOwn() throws IOException {
    refuses(run("class", folder.resolve("new")), "\"class\" is a word of Java's own", "my-class");
  }

  @Test
  void refusesAFolderThatIsNotEmpty() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Files.writeString(mine.resolve("thesis.txt"), "years of work");

    refuses(run("my-plugin", mine), mine.toString(), "nothing is overwritten");

    assertThat(mine.resolve("thesis.txt")).hasContent("years of work");
    assertThat(mine.toFile().list()).hasSize(1);
  }

  @Test
  void refusesAFileAndABrokenLinkInTheFoldersPlace() throws IOException {
    Path mine = Files.writeString(folder.resolve("mine"), "a note");
    refuses(run("my-plugin", mine), "nothing is overwritten");
    assertThat(mine).hasContent("a note");

    Files.delete(mine);
    Files.createSymbolicLink(mine, folder.resolve("nowhere"));
    refuses(run("my-plugin", mine), "nothing is overwritten");
    assertThat(mine).isSymbolicLink();
  }

  @Test
  void refusesAFolderInsideTheCourseAlsoByALink() throws IOException {
    Path inside = Course.ROOT.resolve("plugin-template/target");
    refuses(run("my-plugin", inside.resolve("mine")), "inside the course's folder", "--folder");
    assertThat(inside.resolve("mine")).doesNotExist();

    Path link = Files.createSymbolicLink(folder.resolve("mine"), inside);
    refuses(run("my-plugin", link.resolve("mine")), "inside the course's folder");
    assertThat(inside.resolve("mine")).doesNotExist();
  }

  @Test
  void refusesAFolderInAFolderThatIsNotThere() throws IOException {
    refuses(
        run("my-plugin", folder.resolve("gone/new")),
        folder.resolve("gone") + " does not exist",
        "make it first");
  }

  @Test
  void refusesToWorkOutsideOfTheCourse() throws IOException {
    refuses(Course.newPlugin(folder, Map.of(), "my-plugin"), folder + " is not inside the course");
  }

  @Test
  void aFailureHalfWayLeavesNothing() throws IOException {
    Path course = folder.resolve("course");
    Path framework =
        course.resolve(
            "plugin-template/project/lib/course/plugins/plugin-framework/__framework.version__");
    Files.createDirectories(framework);
    Files.writeString(framework.resolve("__name__.pom"), "__grpc.version__");
    Files.copy(Course.ROOT.resolve("pom.xml"), course.resolve("pom.xml"));
    for (String part : List.of("solutions", "shared-contract")) {
      Files.createSymbolicLink(course.resolve(part), Course.ROOT.resolve(part));
    }
    // So that it takes the framework that is compiled already. What lacks is the script that finds
    // a JDK; it is copied last.
    Path build = Files.createDirectories(Course.ROOT.resolve("plugin-template/.build"));
    Files.createSymbolicLink(course.resolve("plugin-template/.build"), build);
    Path mine = Files.createDirectory(folder.resolve("mine"));

    for (Path target : new Path[] {folder.resolve("new"), mine}) {
      Course.Run run =
          Course.newPlugin(course, Map.of(), "my-plugin", "--folder", target.toString());

      assertThat(run.status()).isEqualTo(1);
      assertThat(run.err()).contains("nothing is left of it", "find-jdk.sh");
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("course", "mine");
      assertThat(mine).isEmptyDirectory();
    }
  }

  @Test
  void takesAnEmptyFolderAndKeepsIt() throws IOException {
    Path mine = Files.createDirectory(folder.resolve("mine"));
    Object before = Files.readAttributes(mine, "unix:ino").get("ino");

    Course.Run run = run("word-count2", mine);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(Files.readAttributes(mine, "unix:ino")).containsEntry("ino", before);
    assertThat(mine.resolve("src/main/java/plugin/wordcount2/WordCount2Main.java")).exists();
    assertThat(mine.resolve("bin/word-count2")).isExecutable();
    assertThat(mine.resolve("bin/find-jdk.sh")).isExecutable();
    assertThat(folder.toFile().list()).containsExactly("mine");
  }

  @Test
  void saysThatMavenIsMissing() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("mine"));

    Course.Run run =
        Course.newPlugin(
            Course.ROOT,
            Map.of("PATH", empty.toString()),
            "my-plugin",
            "--folder",
            folder.resolve("new").toString());

    assertThat(run.status()).isZero();
    assertThat(run.err()).contains("Maven is needed to build it", "apt install maven");
    assertThat(folder.resolve("new/pom.xml")).exists();
  }
}
