package gateway.front;

/// What becomes of a request while a gate gives no decision.
public enum WhenGone {
  /// It is refused with 503: nobody passes unseen (fail closed).
  REFUSE,
  /// It goes on without that gate (fail open).
  PASS
}
