package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.PatternSyntaxException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
  @TempDir private Path folder;

  @BeforeEach
  void makeFiles() throws IOException {
    for (String name : new String[] {"greeter-b", "greeter-a", "other", "v1/greeter-c"}) {
      Files.createDirectories(folder.resolve(name).getParent());
      Files.createFile(folder.resolve(name));
    }
  }

  @Test
  @Tag("F36")
  void findsFilesByTheirNamesInOrder() {
    assertThat(Discovery.find("greeter-*", folder))
        .containsExactly(folder.resolve("greeter-a"), folder.resolve("greeter-b"));
    assertThat(Discovery.find("*/greeter-*", folder))
        .containsExactly(folder.resolve("v1/greeter-c"));
    assertThat(Discovery.find("nothing-*", folder)).isEmpty();
  }

  @Test
  @Tag("F36")
  void makesARelativeDirectoryAbsolute() {
    Path relative = Path.of("").toAbsolutePath().relativize(folder);

    assertThat(Discovery.find("other", relative)).containsExactly(folder.resolve("other"));
  }

  @Test
  @Tag("F36")
  void aDirectoryThatIsNoneHoldsNothing() {
    assertThat(Discovery.find("*", folder.resolve("missing"))).isEmpty();
    assertThat(Discovery.find("*", folder.resolve("other"))).isEmpty();
  }

  @Test
  @Tag("F36")
  void refusesWhatIsNoPattern() {
    assertThatThrownBy(() -> Discovery.find("[", folder))
        .isInstanceOf(PatternSyntaxException.class);
  }
}
