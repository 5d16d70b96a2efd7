package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The template's start script starts a JVM as the framework does. In this package, because the
/// options are no one else's business.
class StartScriptTest {
  @Test
  void theScriptHasTheOptionsOfThePluginsThatTheCourseStarts() throws IOException {
    String script = Files.readString(Path.of("project/bin/__name__"));

    assertThat(script)
        .contains("/bin/java\" \\\n  " + String.join(" \\\n  ", JvmOptions.QUICK_START) + " \\\n");
  }
}
