package security;

import java.io.IOException;
import java.nio.file.Path;
import lifecycle.LaunchedRunner;

/// A host of its own, with one sandboxed process that stays. It is there to be killed.
final class SandboxHost {
  private SandboxHost() {}

  public static void main(String[] args) throws IOException {
    Sandbox sandbox = SandboxFixture.sandbox().build();
    LaunchedRunner runner =
        SandboxFixture.script(sandbox, Path.of(args[0]), "echo ready; exec sleep 300");
    int first = runner.stdout().read();
    System.out.println(first == 'r' ? "ready" : "failed");
    lifecycle.ExitStatus ignored = runner.exit().join();
  }
}
