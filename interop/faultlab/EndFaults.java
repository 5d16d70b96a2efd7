package faultlab;

import course.goplugin.Empty;
import course.goplugin.GRPCControllerGrpc;
import faultlab.WorkingPlugin.Controller;
import faultlab.WorkingPlugin.Part;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Faults at a plugin's end.
final class EndFaults {
  /// How long a process lives that the plugin leaves behind.
  private static final int HOLDER_SECONDS = 20;

  private EndFaults() {}

  static void ignoresShutdown(int seconds) throws InterruptedException {
    new WorkingPlugin().with(Part.CONTROLLER, new Controller(() -> {})).run();
  }

  static void hangsInShutdown(int seconds) throws InterruptedException {
    new WorkingPlugin().with(Part.CONTROLLER, new HangingController()).run();
  }

  static void ignoresSigterm(int seconds) throws InterruptedException {
    // The JVM answers SIGTERM by its hooks, and this one does not come back.
    Runtime.getRuntime().addShutdownHook(new Thread(EndFaults::hang));
    ignoresShutdown(seconds);
  }

  static void slowShutdown(int seconds) throws InterruptedException {
    new WorkingPlugin().run();
    TimeUnit.MILLISECONDS.sleep(1_000);
  }

  static void exitCode(int seconds) throws InterruptedException {
    new WorkingPlugin().run();
    System.exit(7);
  }

  static void leavesSocket(int seconds) throws InterruptedException {
    new WorkingPlugin().leavingItsSocket().run();
  }

  static void keepsGrandchild(int seconds) throws IOException, InterruptedException {
    Itself.startHolder(HOLDER_SECONDS);
    new WorkingPlugin().run();
  }

  private static void hang() {
    while (true) {
      LockSupport.park();
    }
  }

  private static final class HangingController extends GRPCControllerGrpc.GRPCControllerImplBase {
    @Override
    public void shutdown(Empty request, StreamObserver<Empty> answer) {
      // No answer, ever.
    }
  }
}
