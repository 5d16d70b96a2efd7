package lifecycle;

/// Takes those lines of a plugin's stderr that are meant for someone else than the host's log.
///
/// A plugin that may neither write files nor open connections can still write to its stderr: this
/// is the way for what it has to tell besides its log, such as measurements. A plugin writes what
/// it likes: who takes a line believes nothing in it.
///
/// Whoever implements it makes it safe for use by many threads, and returns soon: the plugin's
/// stderr is read no further meanwhile.
@FunctionalInterface
public interface StderrLines {
  /// Takes no line.
  StderrLines NONE = (processId, line) -> false;

  /// A whole line has come.
  ///
  /// @param processId the process's id as the host knows it ([Runner#id])
  /// @param line without its line end
  /// @return whether the line is taken: then it is neither logged nor kept among the last lines
  boolean take(String processId, String line);
}
