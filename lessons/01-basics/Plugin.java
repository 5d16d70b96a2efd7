//JAVA 25+
//SOURCES ../../shared-contract/Dependencies.java
//SOURCES basics/*.java

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.HandshakeLine;
import basics.HostWatch;
import basics.ListeningServer;
import basics.Logging;
import basics.MagicCookie;
import basics.MagicCookieException;
import basics.UnixListener;
import course.ExerciseNotDone;

/// The plugin of lesson 1: a process that serves a calculator over a Unix socket.
///
/// It checks the cookie, listens, prints its handshake line and waits. Its stdout carries that one
/// line and nothing else; what it has to say to a person goes to stderr.
void main() throws InterruptedException {
  requireHost(new MagicCookie("COURSE_PLUGIN", "calculator"));
  Logging.toStderr();
  CalculatorService service = new CalculatorService(new CalculatorImpl());
  try (ListeningServer server =
      UnixListener.inTempDirectory().listen(builder -> builder.addService(service))) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    HostWatch.start(() -> System.exit(0));
    IO.println(HandshakeLine.of(1, server.address()).format());
    server.awaitClosed();
  }
}

void requireHost(MagicCookie cookie) {
  try {
    cookie.requireIn(System.getenv());
  } catch (MagicCookieException e) {
    System.err.println(e.getMessage());
    System.exit(1);
  } catch (ExerciseNotDone e) {
    System.err.println(e.getMessage());
  }
}
