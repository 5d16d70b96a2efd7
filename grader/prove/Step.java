package prove;

/// One step of the proof: it gets one line of the report.
///
/// @param rule the rule that it proves, such as `V5`, or `wrong` for wrong answers
/// @param subject the lesson and perhaps the exercise, such as `1.4`
/// @param work does it; may take long, and may run beside other steps
public record Step(String rule, String subject, Work work) {

  /// The work of a step.
  @FunctionalInterface
  public interface Work {
    /// Proves something. What it throws is a failure of the step.
    Outcome run() throws Exception;
  }
}
