package security;

import basics.PluginException;

/// An audit log is not the one that was written.
public final class BrokenChainException extends PluginException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final long line;

  /// What is wrong with a line.
  public enum Fault {
    /// It is no record, or has no line end.
    MALFORMED("is no record"),
    /// Its bytes are not those that its hash was made of.
    CHANGED("was changed"),
    /// It is whole, and does not follow the line before it: one was removed, added, moved, or
    /// replaced together with its hash.
    MISPLACED("does not continue the line before it: lines were removed, added or moved"),
    /// The log ends before the head does.
    CUT("is missing: the end of the log was cut off"),
    /// It is whole and follows, but comes after the head.
    ADDED("was added after the end"),
    /// It is the head's line by its number, and another one by its hash.
    NOT_THE_HEAD("is not the line that the head names: the log was written anew");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  /// @param line the number of the line in the file, from 1
  /// @param expected what was expected; one line
  /// @param found what was found instead; one line
  BrokenChainException(Fault fault, long line, String expected, String found) {
    super(
        "line %d of the audit log %s\n  expected  %s\n  found     %s"
            .formatted(line, fault.sentence, expected, found));
    this.fault = fault;
    this.line = line;
  }

  /// What is wrong.
  public Fault fault() {
    return fault;
  }

  /// The number of the first line that is wrong, from 1, as the file has it.
  public long line() {
    return line;
  }
}
