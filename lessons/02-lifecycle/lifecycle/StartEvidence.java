package lifecycle;

import java.util.List;

/// What is known of a process that did not start as a plugin.
///
/// @param command what was started
/// @param stderr the last lines that it wrote to its stderr, oldest first; may be empty
/// @param fileFacts facts about the executable, a line each: path, kind, mode, owner, architecture
public record StartEvidence(List<String> command, List<String> stderr, List<String> fileFacts) {
  /// Copies the lists.
  public StartEvidence {
    command = List.copyOf(command);
    stderr = List.copyOf(stderr);
    fileFacts = List.copyOf(fileFacts);
  }

  /// All of it as lines for a person, each with two blanks in front.
  public String describe() {
    StringBuilder text = new StringBuilder();
    text.append("  command: ").append(String.join(" ", command)).append('\n');
    fileFacts.forEach(fact -> text.append("  ").append(fact).append('\n'));
    if (stderr.isEmpty()) {
      text.append("  stderr: nothing\n");
    } else {
      text.append("  stderr, last lines:\n");
      stderr.forEach(line -> text.append("    ").append(line).append('\n'));
    }
    return text.toString().stripTrailing();
  }
}
