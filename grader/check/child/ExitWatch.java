package check.child;

import java.util.Map;

/// Reports who called `System.exit` while checks were running.
///
/// A shutdown hook: when it runs, the thread that called exit is still inside that call.
final class ExitWatch {
  private final EventWriter events;
  private volatile boolean expected;

  private ExitWatch(EventWriter events) {
    this.events = events;
  }

  static ExitWatch install(EventWriter events) {
    ExitWatch watch = new ExitWatch(events);
    Runtime.getRuntime().addShutdownHook(new Thread(watch::report, "exit-watch"));
    return watch;
  }

  /// Says that the end which comes now is the runner's own.
  void expectExit() {
    expected = true;
  }

  private void report() {
    if (expected) {
      return;
    }
    for (Map.Entry<Thread, StackTraceElement[]> entry : Thread.getAllStackTraces().entrySet()) {
      if (isExiting(entry.getValue())) {
        events.write(Event.of(Event.Kind.EXIT_CALLED, Frame.format(entry.getValue())));
      }
    }
  }

  private static boolean isExiting(StackTraceElement[] trace) {
    for (StackTraceElement element : trace) {
      if (element.getClassName().equals("java.lang.Runtime")
          && element.getMethodName().equals("exit")) {
        return true;
      }
    }
    return false;
  }
}
