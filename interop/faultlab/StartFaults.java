package faultlab;

import java.io.IOException;
import java.util.Optional;

/// Faults before the handshake line.
final class StartFaults {
  private StartFaults() {}

  static void exitsAtOnce(int seconds) {
    Runtime.getRuntime().halt(3);
  }

  static void crashesAtStart(int seconds) {
    String _ =
        Optional.ofNullable(System.getProperty("calculator.conf"))
            .orElseThrow(
                () -> new IllegalStateException("the configuration is missing: calculator.conf"));
  }

  static void killedAtStart(int seconds) throws IOException, InterruptedException {
    Itself.signal("KILL");
  }

  static void silent(int seconds) throws InterruptedException {
    Itself.waitForever();
  }

  static void lateLine(int seconds) throws InterruptedException {
    Itself.waitSeconds(seconds);
    new WorkingPlugin().run();
  }

  static void halfLine(int seconds) throws InterruptedException {
    System.out.print("1|1|unix|/tmp/plugin");
    System.out.flush();
    Itself.waitForever();
  }

  static void closesStdout(int seconds) throws InterruptedException {
    System.out.close();
    Itself.waitForever();
  }

  static void printsBeforeLine(int seconds) throws InterruptedException {
    System.out.println("Calculator 1.0 starts ...");
    new WorkingPlugin().run();
  }

  static void blankFirstLine(int seconds) throws InterruptedException {
    System.out.println();
    new WorkingPlugin().run();
  }

  static void garbageLine(int seconds) throws InterruptedException {
    byte[] garbage = {0x7f, 'E', 'L', 'F', 0, 0x1b, '[', '2', 'J', (byte) 0xff, (byte) 0xfe, '\n'};
    System.out.write(garbage, 0, garbage.length);
    System.out.flush();
    Itself.waitForever();
  }

  static void longLine(int seconds) throws InterruptedException {
    System.out.println("1|1|unix|/tmp/" + "x".repeat(70_000) + "|grpc|");
    Itself.waitForever();
  }

  static void forksAway(int seconds) throws IOException {
    Itself.startHolder(seconds);
  }

  static void ignoresCookie(int seconds) throws InterruptedException {
    new WorkingPlugin().run();
  }
}
