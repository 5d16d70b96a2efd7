package lifecycle;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.slf4j.LoggerFactory;

/// Lets a plugin outlive Ctrl-C: a terminal sends SIGINT to host and plugins alike, and the host is
/// the one to end its plugins (go-plugin: `Serve` swallows interrupts).
///
/// The JDK has no official way to ignore a signal. `sun.misc.Signal` is exported for this, but
/// javac warns of its name; reflection keeps learners' builds quiet.
final class InterruptSignal {
  private InterruptSignal() {}

  static void ignore() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler log =
          (proxy, method, arguments) -> {
            LoggerFactory.getLogger(InterruptSignal.class).trace("interrupt ignored");
            return null;
          };
      Object ignoring =
          Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, log);
      Object interrupt = signal.getConstructor(String.class).newInstance("INT");
      signal.getMethod("handle", signal, handler).invoke(null, interrupt, ignoring);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LoggerFactory.getLogger(InterruptSignal.class)
          .debug("Ctrl-C ends this plugin: {}", e.toString());
    }
  }
}
