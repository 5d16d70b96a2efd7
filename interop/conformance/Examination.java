package conformance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// All checks of a plugin, one after the other.
final class Examination {
  private Examination() {}

  /// A check and what it found.
  record Result(Check check, Finding finding) {}

  /// Examines a plugin; takes a minute at most if it answers. No process is left.
  ///
  /// @param only the checks that are wanted: their names, or the beginnings of names; empty for all
  /// @param audience is told each result as it is found
  static List<Result> of(Subject subject, List<String> only, Consumer<Result> audience)
      throws InterruptedException {
    List<Result> results = new ArrayList<>();
    for (Chapter chapter : chapters(subject)) {
      try (chapter) {
        for (Check check : chapter.checks()) {
          if (wanted(check, only)) {
            Result result = new Result(check, examine(check));
            results.add(result);
            audience.accept(result);
          }
        }
      }
    }
    return results;
  }

  private static List<Chapter> chapters(Subject subject) {
    return List.of(
        new CookieChapter(subject),
        new PlainChapter(subject),
        new VersionChapter(subject),
        new SignalChapter(subject),
        new TlsChapter(subject),
        new MuxChapter(subject));
  }

  private static boolean wanted(Check check, List<String> only) {
    return only.isEmpty() || only.stream().anyMatch(check.name()::startsWith);
  }

  private static Finding examine(Check check) throws InterruptedException {
    try {
      return check.body().examine();
    } catch (UnusableException e) {
      return Finding.skip("%s", String.valueOf(e.getMessage()));
    } catch (IOException | RuntimeException e) {
      return Finding.fail("%s", e);
    }
  }
}
