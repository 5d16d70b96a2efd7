package conformance;

import conformance.Examination.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// What is known so far of the host that started the strict plugin. It is in its file at every
/// moment, whole: the host may kill the plugin at any time.
///
/// Safe for use by many threads.
final class Ledger {
  private final Path file;
  private final Map<String, Result> results = new LinkedHashMap<>();

  /// @param file where the report stands; its folder must exist
  Ledger(Path file) {
    this.file = file.toAbsolutePath();
  }

  /// Adds a check.
  ///
  /// @param finding how it stands as long as nothing more is seen
  synchronized void expect(String name, String rule, Finding finding) {
    Check check = new Check(name, rule, () -> finding);
    results.put(name, new Result(check, finding));
  }

  /// Notes what was seen, and writes the report.
  synchronized void see(String name, Finding finding) {
    results.computeIfPresent(name, (key, old) -> new Result(old.check(), finding));
    write();
  }

  /// How a check stands.
  synchronized Verdict verdict(String name) {
    Result result = results.get(name);
    return result == null ? Verdict.SKIP : result.finding().verdict();
  }

  /// Writes the report.
  synchronized void write() {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try {
      try (PrintStream out =
          new PrintStream(Files.newOutputStream(next), false, StandardCharsets.UTF_8)) {
        Report report = new Report(out, /* colours= */ false);
        results.values().forEach(report::print);
        boolean _ = report.summary();
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the report to " + file, e);
    }
  }
}
