package check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares the learner's copies of the checks with the originals, which are the ones that are run.
final class ProtectedChecks {
  private ProtectedChecks() {}

  /// One line for all copies that differ, one for all that are missing.
  static List<String> notes(CheckRequest request) {
    Path originals = request.lesson().checks();
    Path copies = request.folder().resolve("checks");
    List<String> differing = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    if (!copies.equals(originals)) {
      for (Path original : SourceText.javaFilesIn(originals)) {
        Path copy = copies.resolve(original.getFileName());
        if (!Files.exists(copy)) {
          missing.add(original.getFileName().toString());
        } else if (differs(original, copy)) {
          differing.add(original.getFileName().toString());
        }
      }
    }
    List<String> notes = new ArrayList<>();
    add(notes, request.show(copies), differing, "changed");
    add(notes, request.show(copies), missing, "missing");
    return notes;
  }

  private static void add(List<String> notes, String folder, List<String> files, String what) {
    if (!files.isEmpty()) {
      notes.add(
          "in %s %s: %s; the course's own is used"
              .formatted(folder, what, String.join(", ", files)));
    }
  }

  /// Whether a copy of a check is there, and like the original.
  static boolean isSame(Path original, Path copy) {
    return Files.isRegularFile(copy) && !differs(original, copy);
  }

  private static boolean differs(Path original, Path copy) {
    try {
      return Files.mismatch(original, copy) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
