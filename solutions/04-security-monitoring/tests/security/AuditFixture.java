package security;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// An audit log's two files in a test's folder.
///
/// @param folder the test's folder
record AuditFixture(Path folder) {
  Path log() {
    return folder.resolve("audit.log");
  }

  Path head() {
    return folder.resolve("audit.head");
  }

  AuditLog open() {
    return AuditLog.open(log(), head());
  }

  static AuditRecord entry(int number) {
    return AuditRecord.of("host", "plugin.start", "calculator-" + number, "started")
        .with("pid", String.valueOf(1000 + number));
  }

  /// A closed log with that many lines.
  void write(int count) {
    try (AuditLog audit = open()) {
      for (int i = 1; i <= count; i++) {
        AuditHead head = audit.append(entry(i));
        if (head.line() != i) {
          throw new IllegalStateException("line " + i + ": " + head);
        }
      }
    }
  }

  List<String> lines() throws IOException {
    return new ArrayList<>(Files.readAllLines(log(), StandardCharsets.US_ASCII));
  }

  void replace(List<String> lines) throws IOException {
    Files.writeString(log(), lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
  }

  AuditHead verify() throws IOException {
    return AuditVerifier.verify(log(), head());
  }

  /// The lines from that one on, chained anew as one would who knows how.
  static List<String> rechained(List<String> lines, int from) {
    List<String> forged = new ArrayList<>();
    AuditHead head = AuditHead.START;
    for (int i = 0; i < lines.size(); i++) {
      byte[] line = lines.get(i).getBytes(StandardCharsets.US_ASCII);
      if (i + 1 >= from) {
        line = AuditChain.line(head, AuditChain.parse(line).orElseThrow().recordBytes());
      }
      head = AuditChain.follow(head, line);
      forged.add(new String(line, StandardCharsets.US_ASCII));
    }
    return forged;
  }
}
