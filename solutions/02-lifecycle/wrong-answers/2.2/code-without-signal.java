// file: lifecycle/PluginStartException.java
// wrong: names the bare exit code, so a killed plugin looks like one that exits with 137
public static PluginStartException of(StartFailure failure, StartEvidence evidence) {
  String details = "\n" + evidence.describe();
  return switch (failure) {
    case StartFailure.TimedOut timedOut ->
        new PluginStartTimeoutException(
            "no line within " + timedOut.timeout() + "; it was killed" + details);
    case StartFailure.ExitedEarly exited ->
        new PluginExitedException(
            "the plugin exited: exit code " + exited.status().code().orElse(-1) + details);
    case StartFailure.Garbage garbage ->
        new NotAPluginException(
            "\"" + VisibleText.of(shortened(garbage.line())) + "\" is no handshake line" + details,
            garbage.cause());
  };
}
