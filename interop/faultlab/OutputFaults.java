package faultlab;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Faults in what a plugin writes.
final class OutputFaults {
  private OutputFaults() {}

  static void floodsStderr(int seconds) throws IOException, InterruptedException {
    Itself.flood(System.err);
    new WorkingPlugin().run();
  }

  static void floodsStdout(int seconds) throws InterruptedException {
    new WorkingPlugin().afterLine(OutputFaults::floodStdout).run();
  }

  private static void floodStdout() {
    try {
      Itself.flood(System.out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void talksOnStdout(int seconds) throws InterruptedException {
    new WorkingPlugin()
        .afterLine(() -> System.out.println("1|1|unix|/nowhere|grpc|\nI am ready."))
        .run();
  }

  static void oddLogLines(int seconds) throws InterruptedException {
    System.err.println("{\"@level\":\"info\",\"@message\":42,\"@timestamp\":true}");
    System.err.println("{\"@level\":[\"info\"],\"@message\":{\"text\":null}}");
    new WorkingPlugin().run();
  }

  static void endlessLogLine(int seconds) throws InterruptedException {
    System.err.print("x".repeat(200_000));
    byte[] noText = {(byte) 0xc3, (byte) 0x28, (byte) 0xff, 0};
    System.err.write(noText, 0, noText.length);
    System.err.flush();
    new WorkingPlugin().run();
  }
}
