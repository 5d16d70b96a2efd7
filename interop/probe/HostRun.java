package probe;

import java.io.PrintStream;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// The host's program: starts the plugin, runs all checks over it, prints `pass <name>` or `fail
/// <name>: <reason>` for each.
public final class HostRun {
  private final HostOptions options;
  private final PrintStream out;
  private final ProbeSession session;
  private boolean failed;

  /// One check.
  @FunctionalInterface
  interface Check {
    /// Looks at the plugin.
    ///
    /// @throws Exception if the plugin does not behave; its message is the reason
    void run(ProbeSession session) throws Exception;
  }

  private HostRun(HostOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
    this.session = new ProbeSession(options);
  }

  /// Runs the host.
  ///
  /// @param arguments the command line, see [HostOptions]
  /// @return the exit code: 0 if all passed, 1 if a check failed, 2 for a bad command line
  public static int run(String[] arguments, PrintStream out) {
    HostOptions options = new HostOptions();
    CommandLine commandLine = new CommandLine(options);
    try {
      var ignored = commandLine.parseArgs(arguments);
    } catch (ParameterException e) {
      System.err.println("InteropHost: " + e.getMessage());
      return 2;
    }
    return new HostRun(options, out).run();
  }

  private int run() {
    try {
      check("start", ProbeSession::open);
      if (!failed) {
        StartChecks.addTo(this, options);
        CalculatorChecks.addTo(this);
        BrokerChecks.addTo(this);
        MessageChecks.addTo(this);
        OutputChecks.addTo(this);
        EndChecks.addTo(this, options);
      }
    } finally {
      session.close();
    }
    return failed ? 1 : 0;
  }

  /// Runs a check, in bounded time, and prints what came of it.
  void check(String name, Check check) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    Thread runner =
        Thread.ofVirtual()
            .name(name)
            .start(
                () -> {
                  try {
                    check.run(session);
                    done.complete(null);
                  } catch (Exception e) {
                    done.completeExceptionally(e);
                  }
                });
    try {
      done.get(options.timeoutSeconds, TimeUnit.SECONDS);
      out.println("pass " + name);
    } catch (ExecutionException e) {
      fail(name, reason(e));
    } catch (TimeoutException e) {
      runner.interrupt();
      fail(name, "not done within %d s".formatted(options.timeoutSeconds));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(name, "interrupted");
    }
  }

  private static String reason(ExecutionException end) {
    return end.getCause() instanceof CheckFailure failure
        ? String.valueOf(failure.getMessage())
        : String.valueOf(end.getCause()).strip();
  }

  private void fail(String name, String reason) {
    failed = true;
    out.println("fail %s: %s".formatted(name, reason.replaceAll("\\s+", " ")));
  }
}
