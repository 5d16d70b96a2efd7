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
          missing.add(request.show(copy));
        } else if (differs(original, copy)) {
          differing.add(request.show(copy));
        }
      }
    }
    List<String> notes = new ArrayList<>();
    add(notes, differing, "changed");
    add(notes, missing, "missing");
    return notes;
  }

  private static void add(List<String> notes, List<String> files, String what) {
    if (!files.isEmpty()) {
      notes.add(String.join(", ", files) + ": " + what + "; the course's own is used");
    }
  }

  private static boolean differs(Path original, Path copy) {
    try {
      return Files.mismatch(original, copy) >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
