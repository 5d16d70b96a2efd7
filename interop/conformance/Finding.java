package conformance;

/// What a check found.
///
/// @param verdict how it came out
/// @param evidence what was seen, in one sentence without a full stop
@SuppressWarnings("AnnotateFormatMethod") // Some texts are chosen at run time.
record Finding(Verdict verdict, String evidence) {
  static Finding pass(String evidence, Object... values) {
    return new Finding(Verdict.PASS, evidence.formatted(values));
  }

  static Finding fail(String evidence, Object... values) {
    return new Finding(Verdict.FAIL, evidence.formatted(values));
  }

  static Finding skip(String evidence, Object... values) {
    return new Finding(Verdict.SKIP, evidence.formatted(values));
  }

  static Finding note(String evidence, Object... values) {
    return new Finding(Verdict.NOTE, evidence.formatted(values));
  }

  /// Passed or failed, with the same evidence.
  static Finding of(boolean good, String evidence, Object... values) {
    return good ? pass(evidence, values) : fail(evidence, values);
  }
}
