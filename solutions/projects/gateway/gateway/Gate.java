package gateway;

/// A step that decides whether a request goes on. Safe for use by many threads.
public interface Gate {
  /// Looks at a request.
  ///
  /// @throws StepUnavailableException if there is no decision: what follows from that is for the
  ///   gateway to say, not for the step
  Verdict check(RequestHead request);
}
