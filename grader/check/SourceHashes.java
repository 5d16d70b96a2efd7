package check;

import java.nio.file.Path;
import java.util.List;

/// Tells whether an exercise's files have changed: a hash of the files in which it is marked.
///
/// @param folder the folder that is checked
/// @param files its Java files with their texts, as they were when this was made
record SourceHashes(Path folder, List<Text> files) {
  /// A file and what stood in it.
  record Text(Path file, String text) {}

  static SourceHashes of(Path folder) {
    return new SourceHashes(
        folder,
        SourceText.javaFilesBelow(folder).stream()
            .map(file -> new Text(file, SourceText.read(file)))
            .toList());
  }

  String of(String exercise) {
    ContentHash hash = ContentHash.ofFilesOnly();
    for (Text file : files) {
      if (ExerciseMarks.marks(file.text(), exercise)) {
        hash.add(folder.relativize(file.file()).toString()).add(file.text());
      }
    }
    return hash.sum();
  }
}
