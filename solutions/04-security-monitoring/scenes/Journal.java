package scenes;

import course.ExerciseNotDone;
import demo.Screen;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import monitoring.SupervisorEvent;
import security.AuditLog;
import security.AuditRecord;
import security.AuditVerifier;
import security.Denial;
import security.PluginVerdict;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The host's audit log: what it writes there, and in which words. As long as exercise 4.8 is open
/// it says so once, and writes nothing.
///
/// Safe for use by many threads. Close it.
public final class Journal implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int TAIL_BYTES = 16_384;

  private final AuditLog log;
  private final Path file;
  private final Path head;
  private final AtomicBoolean open = new AtomicBoolean();

  private Journal(AuditLog log, Path file, Path head) {
    this.log = log;
    this.file = file;
    this.head = head;
  }

  /// Opens the log in that folder; its head lies in another one, where an attacker of the log would
  /// not be.
  ///
  /// @throws IOException if the folders cannot be made
  public static Journal open(Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("audit")).resolve("audit.jsonl");
    Path head = Files.createDirectories(folder.resolve("audit-head")).resolve("head.json");
    return new Journal(AuditLog.open(file, head), file, head);
  }

  private void write(AuditRecord entry) {
    if (open.get()) {
      return;
    }
    try {
      log.append(entry);
    } catch (ExerciseNotDone e) {
      if (!open.getAndSet(true)) {
        Screen.tell(e);
      }
    }
  }

  /// A plugin's folder was checked, before its start.
  public void checked(PluginVerdict verdict) {
    AuditRecord entry =
        AuditRecord.of(
            "host", "plugin.check", verdict.plugin(), verdict.isTrusted() ? "trusted" : "refused");
    write(
        verdict
            .refusal()
            .map(refusal -> entry.with("reason", refusal.reason().name()))
            .orElse(entry));
  }

  /// A call was denied.
  public void denied(Denial denial) {
    write(
        AuditRecord.of(denial.plugin(), "call", denial.method(), "denied")
            .with("asked", denial.need().key() + " " + denial.need().subject()));
  }

  /// The supervisor did something.
  public void supervised(SupervisorEvent event) {
    switch (event) {
      case SupervisorEvent.RestartPlanned planned ->
          write(
              AuditRecord.of("supervisor", "plugin.restart", event.plugin(), "planned")
                  .with("reason", planned.reason()));
      case SupervisorEvent.Restarted restarted ->
          write(
              AuditRecord.of("supervisor", "plugin.restart", event.plugin(), "done")
                  .with("restarts", String.valueOf(restarted.restarts())));
      case SupervisorEvent.Quarantined quarantined ->
          write(
              AuditRecord.of("supervisor", "plugin.quarantine", event.plugin(), "done")
                  .with("reason", quarantined.reason()));
      case SupervisorEvent.Released released ->
          write(
              AuditRecord.of("supervisor", "plugin.release", event.plugin(), "done")
                  .with("how", released.how()));
    }
  }

  /// A person did something to a plugin.
  public void asked(String plugin, String action) {
    write(AuditRecord.of("person", "plugin." + action, plugin, "asked"));
  }

  /// The last lines, the newest last; at most that many.
  public List<String> tail(int lines) {
    try (SeekableByteChannel bytes = Files.newByteChannel(file)) {
      long from = Math.max(0, bytes.size() - TAIL_BYTES);
      bytes.position(from);
      String text =
          new String(Channels.newInputStream(bytes).readAllBytes(), StandardCharsets.US_ASCII);
      List<String> all = text.lines().skip(from == 0 ? 0 : 1).toList();
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException e) {
      return List.of(file + ": " + e.getMessage());
    }
  }

  /// The most important of a line, for a person.
  public static String told(String line) {
    JsonNode entry = JSON.readTree(line);
    return "%d %s: %s %s, %s"
        .formatted(
            entry.path("line").asLong(),
            entry.path("actor").asString(),
            entry.path("action").asString(),
            entry.path("target").asString(),
            entry.path("outcome").asString());
  }

  /// Checks the whole log.
  ///
  /// @return how many lines it has
  /// @throws security.BrokenChainException if it is not the one that was written
  public long verify() {
    return log.verify().line();
  }

  /// Checks a copy of the log in which someone has changed one word.
  ///
  /// @throws security.BrokenChainException that names the line
  /// @throws UncheckedIOException if the copy cannot be made
  public void verifyForged(String from, String to) {
    Path forged = file.resolveSibling("forged.jsonl");
    try {
      String log = Files.readString(file);
      if (!log.contains(from)) {
        Screen.say("thief", "there is no \"%s\" in it yet: nothing to forge".formatted(from));
        return;
      }
      Screen.say("thief", "\"%s\" becomes \"%s\" in a copy of it".formatted(from, to));
      Files.writeString(forged, log.replaceFirst(from, to));
      AuditVerifier.verify(forged, head);
    } catch (IOException e) {
      throw new UncheckedIOException("no copy of " + file, e);
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
