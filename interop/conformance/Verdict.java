package conformance;

/// How a check came out.
enum Verdict {
  /// As the protocol has it.
  PASS("pass"),
  /// Against the protocol: hosts will notice.
  FAIL("FAIL"),
  /// Could not be examined, or does not concern this plugin.
  SKIP("skip"),
  /// Worth knowing; the protocol has no rule for it.
  NOTE("note");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }
}
