// file: lifecycle/PluginStartException.java
// wrong: takes an early end with exit code 0 for success that comes too late
public static PluginStartException of(StartFailure failure, StartEvidence evidence) {
  String details = "\n" + evidence.describe();
  return switch (failure) {
    case StartFailure.TimedOut timedOut ->
        new PluginStartTimeoutException(
            "no line within " + timedOut.timeout() + "; it was killed" + details);
    case StartFailure.ExitedEarly exited when exited.status().equals(ExitStatus.of(0)) ->
        new PluginStartTimeoutException("the plugin ended: " + exited.status() + details);
    case StartFailure.ExitedEarly exited ->
        new PluginExitedException("the plugin exited: " + exited.status() + details);
    case StartFailure.Garbage garbage ->
        new NotAPluginException(
            "\"" + VisibleText.of(shortened(garbage.line())) + "\" is no handshake line" + details,
            garbage.cause());
  };
}
