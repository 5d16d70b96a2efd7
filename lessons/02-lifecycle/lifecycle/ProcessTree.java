package lifecycle;

import java.util.List;

/// A process and its descendants, as they are at one moment.
final class ProcessTree {
  private ProcessTree() {}

  /// SIGKILL for all, the root first so that it starts no new ones.
  static void kill(ProcessHandle root) {
    List<ProcessHandle> descendants = root.descendants().toList();
    root.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }
}
