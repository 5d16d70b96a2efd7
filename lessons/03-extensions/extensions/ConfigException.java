package extensions;

import basics.PluginException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A configuration file cannot be used. Nothing of it was.
public final class ConfigException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// How many problems are told at once.
  public static final int LIMIT = 10;

  private final transient List<ConfigProblem> problems;

  private ConfigException(String message, List<ConfigProblem> problems, @Nullable Throwable cause) {
    super(message, cause);
    this.problems = problems;
  }

  /// The file as a whole: it is missing, too large, no text.
  static ConfigException ofFile(Path file, String what, String advice) {
    return ofFile(file, what, advice, null);
  }

  /// The file as a whole, with the error below; null if there is none.
  static ConfigException ofFile(Path file, String what, String advice, @Nullable Throwable cause) {
    return new ConfigException("%s: %s.\n%s".formatted(file, what, advice), List.of(), cause);
  }

  /// Places in the file.
  ///
  /// @param problems at least one, in the order of the file
  static ConfigException of(Path file, List<ConfigProblem> problems) {
    List<ConfigProblem> told = problems.stream().limit(LIMIT).toList();
    StringBuilder message = new StringBuilder();
    message
        .append(file)
        .append(problems.size() == 1 ? ": 1 problem." : ": " + problems.size() + " problems.");
    told.forEach(problem -> message.append('\n').append(problem));
    if (problems.size() > LIMIT) {
      message.append("\nand %d more".formatted(problems.size() - LIMIT));
    }
    return new ConfigException(message.toString(), told, null);
  }

  /// The first [#LIMIT] problems in the order of the file; empty if it could not be read at all.
  public List<ConfigProblem> problems() {
    // Lost when the exception is serialized; the message has them.
    return problems == null ? List.of() : problems;
  }
}
