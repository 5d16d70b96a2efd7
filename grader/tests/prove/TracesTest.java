package prove;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TracesTest {
  @TempDir private Path temp = Path.of("");
  private Path workshop = Path.of("");

  @BeforeEach
  void makeWorkshop() throws IOException {
    workshop = Files.createDirectory(temp.resolve("pv1"));
  }

  @Test
  void nothingIsLeftWhereNothingRan() throws Exception {
    Traces traces = traces();

    assertThat(traces.processes()).isEmpty();
    assertThat(traces.files()).isEmpty();
  }

  @Test
  void findsProcessThatStillRuns() throws Exception {
    Traces traces = traces();
    Process sleeper = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(traces.processes()).singleElement().asString().contains("sleep");
    } finally {
      sleeper.destroyForcibly().waitFor();
    }
  }

  @Test
  void findsSocketsAndTemporaryFolders() throws Exception {
    Traces traces = traces();
    Files.createDirectory(temp.resolve("g123"));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(UnixDomainSocketAddress.of(workshop.resolve("s")));

      assertThat(traces.files())
          .containsExactlyInAnyOrder(
              "left behind, here or by another program meanwhile: " + temp.resolve("g123"),
              "left behind: " + workshop.resolve("s"));
    }
  }

  private Traces traces() {
    return new Traces(workshop, temp, Duration.ofMillis(300));
  }
}
