package extensions;

import io.grpc.Context;
import java.util.function.Supplier;

/// Brings the end of a gRPC call to code that knows no gRPC: as an interrupt of its thread.
final class CancelInterrupt implements Context.CancellationListener {
  private final Thread thread = Thread.currentThread();
  private boolean done;
  private boolean interrupted;

  private CancelInterrupt() {}

  /// Does work of the call that this thread serves. If the caller cancels it, or its time is over,
  /// the thread is interrupted; afterwards it is so no more.
  static <T> T during(Supplier<T> work) {
    CancelInterrupt interrupt = new CancelInterrupt();
    Context call = Context.current();
    call.addListener(interrupt, Runnable::run);
    try {
      return work.get();
    } finally {
      call.removeListener(interrupt);
      interrupt.end();
    }
  }

  @Override
  public synchronized void cancelled(Context call) {
    if (!done) {
      interrupted = true;
      thread.interrupt();
    }
  }

  /// From here on the thread belongs to others.
  private synchronized void end() {
    done = true;
    if (interrupted) {
      Thread.interrupted();
    }
  }
}
