// file: lifecycle/PluginStartException.java
// wrong: shows the plugin's bytes as they came, colours and all
public static PluginStartException of(StartFailure failure, StartEvidence evidence) {
  String details = "\n" + evidence.describe();
  return switch (failure) {
    case StartFailure.TimedOut timedOut ->
        new PluginStartTimeoutException(
            "no line within " + timedOut.timeout() + "; it was killed" + details);
    case StartFailure.ExitedEarly exited ->
        new PluginExitedException("the plugin exited: " + exited.status() + details);
    case StartFailure.Garbage garbage ->
        new NotAPluginException(
            "\"" + shortened(garbage.line()) + "\" is no handshake line" + details,
            garbage.cause());
  };
}
