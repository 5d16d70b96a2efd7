package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {
  private static final Path FILE = Path.of("/folder/memory.json");

  @TempDir private Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Optional<String> text(SnapshotFile file) throws IOException {
    return file.read().map(content -> new String(content, StandardCharsets.UTF_8));
  }

  @Test
  void aPowerCutAfterAWriteLosesNothing() throws IOException {
    ForgetfulDisk disk = new ForgetfulDisk();
    SnapshotFile file = new SnapshotFile(FILE, disk);
    assertThat(text(file)).isEmpty();

    for (String content : new String[] {"first", "second", ""}) {
      file.write(bytes(content));
      disk.cutPower();

      assertThat(text(file)).contains(content);
    }
  }

  @Test
  void aPowerCutAtAnyStepLeavesTheOldContentOrTheNew() throws IOException {
    for (int steps = 0; steps < 4; steps++) {
      ForgetfulDisk disk = new ForgetfulDisk();
      SnapshotFile file = new SnapshotFile(FILE, disk);
      file.write(bytes("old"));
      disk.failAfter(steps);

      assertThatThrownBy(() -> file.write(bytes("new"))).isInstanceOf(IOException.class);
      disk.cutPower();

      assertThat(text(file)).as("after %d steps", steps).get().isIn("old", "new");
      file.write(bytes("next"));
      assertThat(text(file)).contains("next");
    }
  }

  @Test
  void theRealDiskReplacesAFileAndLeavesNothingBesides() throws IOException {
    Path path = folder.resolve("memory.json");
    SnapshotFile file = new SnapshotFile(path, Disk.LOCAL);
    assertThat(text(file)).isEmpty();

    file.write(bytes("first, the longer one"));
    file.write(bytes("second"));

    assertThat(path).hasContent("second");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(path));
    assertThat(text(file)).contains("second");
  }

  @Test
  void aFolderThatIsMissingIsAnError() {
    SnapshotFile file = new SnapshotFile(folder.resolve("none/memory.json"), Disk.LOCAL);

    assertThatThrownBy(() -> file.write(bytes("x"))).isInstanceOf(IOException.class);
  }
}
