package lifecycle;

import basics.PluginException;
import basics.VisibleText;
import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A plugin's process could not be started, or did not become usable. No process is left.
public abstract sealed class PluginStartException extends PluginException
    permits PluginLaunchException,
        PluginStartTimeoutException,
        PluginExitedException,
        NotAPluginException {
  private static final long serialVersionUID = 1L;

  PluginStartException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The system refuses to start the command at all.
  static PluginStartException notLaunched(LaunchPlan plan, IOException cause) {
    List<String> known =
        plan.command().isEmpty() ? List.of("the runner") : ExecutableFacts.of(plan);
    String facts = String.join("\n  ", known);
    return new PluginLaunchException(
        "cannot start the plugin: %s\n  command: %s\n  %s"
            .formatted(cause.getMessage(), String.join(" ", plan.command()), facts),
        cause);
  }

  /// The error that a failed start means, with all the evidence in its message.
  ///
  /// Exercise 2.2. Three failures, three exceptions; each message begins with one sentence and ends
  /// with `evidence.describe()` on lines of its own:
  /// - [StartFailure.TimedOut]: a [PluginStartTimeoutException]; the sentence names the timeout,
  ///   and that the process was killed;
  /// - [StartFailure.ExitedEarly]: a [PluginExitedException]; the sentence names the exit status,
  ///   as [ExitStatus#toString] has it;
  /// - [StartFailure.Garbage]: a [NotAPluginException]; the sentence quotes the line that was
  ///   found, cut after 120 characters and made harmless by [VisibleText]; the cause is the
  ///   [basics.HandshakeException].
  @Exercise("2.2")
  public static PluginStartException of(StartFailure failure, StartEvidence evidence) {
    throw new ExerciseNotDone("2.2");
  }
}
