package faultlab;

import java.io.IOException;

/// What a faulty plugin does, from its start to its end.
@FunctionalInterface
interface Behaviour {
  /// Runs on the process's main thread; when it returns, the process ends with exit code 0.
  ///
  /// @param seconds how long the fault's own waits last
  void run(int seconds) throws IOException, InterruptedException;
}
