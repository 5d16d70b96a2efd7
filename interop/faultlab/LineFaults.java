package faultlab;

import basics.HandshakeLine;
import java.util.function.Function;

/// Faults of a plugin that would work, if only its line were right.
final class LineFaults {
  private LineFaults() {}

  private static void print(Function<HandshakeLine, String> line) throws InterruptedException {
    new WorkingPlugin().run(line);
  }

  static void tooFewFields(int seconds) throws InterruptedException {
    print(line -> "1|1|unix");
  }

  static void tooManyFields(int seconds) throws InterruptedException {
    print(line -> line.format() + "||and|more");
  }

  static void crlf(int seconds) throws InterruptedException {
    print(line -> line.format() + "\r");
  }

  static void coreVersion(int seconds) throws InterruptedException {
    print(line -> "2|1|unix|" + line.address() + "|grpc|");
  }

  static void appVersion(int seconds) throws InterruptedException {
    print(line -> "1|99|unix|" + line.address() + "|grpc|");
  }

  static void wordVersion(int seconds) throws InterruptedException {
    print(line -> "1|one|unix|" + line.address() + "|grpc|");
  }

  static void noProtocol(int seconds) throws InterruptedException {
    print(line -> "1|1|unix|" + line.address());
  }

  static void netrpc(int seconds) throws InterruptedException {
    print(line -> "1|1|unix|" + line.address() + "|netrpc|");
  }

  static void unknownNetwork(int seconds) throws InterruptedException {
    print(line -> "1|1|udp|127.0.0.1:1234|grpc|");
  }

  static void longPath(int seconds) throws InterruptedException {
    print(line -> "1|1|unix|/tmp/" + "long/".repeat(30) + "plugin|grpc|");
  }
}
