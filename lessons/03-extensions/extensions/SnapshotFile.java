package extensions;

import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// A file that is replaced as a whole: after a crash or a power cut at any moment it holds the last
/// content that [#write] has returned from, or the one that was being written. Never a mixture.
///
/// One thread writes at a time; the caller sees to that.
public final class SnapshotFile {
  private final Path file;
  private final Disk disk;

  /// @param file where the content is; its folder exists. While it writes there is a second file
  ///   beside it, with `.new` at the end of its name
  /// @param disk the file system
  public SnapshotFile(Path file, Disk disk) {
    this.file = file.toAbsolutePath();
    this.disk = disk;
  }

  /// The content that was written last; empty if nothing was ever written.
  public Optional<byte[]> read() throws IOException {
    return disk.read(file);
  }

  /// Replaces the content.
  ///
  /// Exercise 3.3. Whatever step a crash or a power cut comes after, [#read] finds the old content
  /// or the new one as a whole; once this method has returned, the new one. [Disk] says what each
  /// step is worth. Write to a second file in the same folder, with `.new` at the end of its name:
  /// a name can be replaced in one step, a content cannot. A second file that an earlier crash has
  /// left is in nobody's way.
  ///
  /// @throws IOException if a step fails; then [#read] may find either
  @Exercise("3.3")
  public void write(byte[] content) throws IOException {
    throw new ExerciseNotDone("3.3");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
