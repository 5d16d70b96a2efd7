package faultlab;

import basics.HostWatch;
import basics.Logging;
import basics.MagicCookie;
import basics.MagicCookieException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import raw.JavaProgram;

/// The plugin itself: a process with one fault. Its arguments are the fault's name and, if wanted,
/// for how many seconds its waits last.
///
/// It ends with its host, unless its fault is to be stopped by a signal.
public final class FaultyPlugin {
  /// What a host must know to start it.
  static final MagicCookie COOKIE = new MagicCookie("COURSE_PLUGIN", "calculator");

  /// How long a fault waits unless told otherwise: longer than the hosts of the lab do.
  static final int DEFAULT_SECONDS = 5;

  private FaultyPlugin() {}

  /// The command that starts the plugin, without JBang.
  ///
  /// @param fault the fault's name, such as `late-line`
  /// @param options its seconds, or nothing
  /// @throws IllegalArgumentException if there is no such fault
  public static List<String> command(String fault, String... options) {
    if (Fault.ofWord(fault).isEmpty()) {
      throw new IllegalArgumentException("no such fault: " + fault);
    }
    List<String> arguments = new ArrayList<>(List.of(fault));
    arguments.addAll(List.of(options));
    return JavaProgram.command(FaultyPlugin.class, arguments);
  }

  static void main(String[] args) {
    Fault fault = args.length == 0 ? null : Fault.ofWord(args[0]).orElse(null);
    if (fault == null) {
      System.err.println("usage: FaultyPlugin FAULT [SECONDS]");
      System.exit(2);
    } else {
      System.exit(run(fault, args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_SECONDS));
    }
  }

  /// Behaves so, until the host or the fault ends it.
  ///
  /// @return the exit code
  static int run(Fault fault, int seconds) {
    try {
      if (fault != Fault.IGNORES_COOKIE) {
        COOKIE.requireIn(System.getenv());
      }
      Logging.toStderr();
      // halt: a fault may block the orderly way out.
      HostWatch.start(() -> Runtime.getRuntime().halt(0));
      fault.behaviour().run(seconds);
      return 0;
    } catch (MagicCookieException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println("the fault could not be shown: " + e);
      return 1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
