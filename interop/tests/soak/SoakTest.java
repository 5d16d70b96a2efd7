package soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SoakTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  @Test
  @Timeout(300)
  @Tag("F21")
  @Tag("F37")
  @Tag("case-68")
  void nothingStaysBehindOfPluginsAndHostsThatAreKilledAtAnyMoment() throws Exception {
    assumeTrue(Census.isPossible(), "counts in /proc");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();

    int exitCode =
        SoakCommand.run(
            ROOT,
            /* starts= */ 40,
            Duration.ofMinutes(3),
            new PrintStream(printed, /* autoFlush= */ true, StandardCharsets.UTF_8));

    assertThat(exitCode).as(printed.toString(StandardCharsets.UTF_8)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("orphans", "zombies", "threads");
  }
}
