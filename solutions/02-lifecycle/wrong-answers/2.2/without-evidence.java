// file: lifecycle/PluginStartException.java
// wrong: tells what happened, but not the evidence
public static PluginStartException of(StartFailure failure, StartEvidence evidence) {
  return switch (failure) {
    case StartFailure.TimedOut timedOut ->
        new PluginStartTimeoutException("no line within " + timedOut.timeout() + "; it was killed");
    case StartFailure.ExitedEarly exited ->
        new PluginExitedException("the plugin exited: " + exited.status());
    case StartFailure.Garbage garbage ->
        new NotAPluginException(
            "\"" + VisibleText.of(shortened(garbage.line())) + "\" is no handshake line", garbage.cause());
  };
}
