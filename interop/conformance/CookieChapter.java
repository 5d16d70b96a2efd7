package conformance;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A plugin that no host has started must say so and end.
final class CookieChapter implements Chapter {
  private static final String RULE =
      "go-plugin: magic cookie. Without the right value: a text for people on stderr, nothing on"
          + " stdout, exit code 1, before anything else.";

  private final Subject subject;

  CookieChapter(Subject subject) {
    this.subject = subject;
  }

  @Override
  public List<Check> checks() {
    String key = subject.cookie().key();
    return List.of(
        new Check("cookie-missing", RULE, () -> examine(environment -> environment.remove(key))),
        new Check(
            "cookie-wrong", RULE, () -> examine(environment -> environment.put(key, "not that"))));
  }

  private Finding examine(Consumer<Map<String, String>> change)
      throws IOException, InterruptedException {
    try (Trial trial = subject.start(change)) {
      OptionalInt code = trial.awaitExit(subject.timeout());
      if (code.isEmpty()) {
        String said = trial.stdout().text().isEmpty() ? "" : ", and its line is on stdout";
        return Finding.fail("it runs on as if a host had started it%s", said);
      }
      trial.stdout().awaitEnd(subject.timeout());
      trial.stderr().awaitEnd(subject.timeout());
      return judge(code.getAsInt(), trial.stdout().text(), trial.stderr().text());
    }
  }

  private static Finding judge(int code, String stdout, String stderr) {
    if (!stdout.isEmpty()) {
      return Finding.fail("stdout must be empty, found: %s", stdout);
    }
    if (stderr.isBlank()) {
      return Finding.fail("exit code %d, and not a word on stderr", code);
    }
    return Finding.of(code == 1, "exit code %d, %d lines on stderr", code, stderr.lines().count());
  }

  @Override
  public void close() {
    // Each check ends its own process.
  }
}
