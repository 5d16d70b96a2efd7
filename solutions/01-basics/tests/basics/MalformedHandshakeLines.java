package basics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Lines as no plugin should print them, and some that are right: the same for the same seed.
final class MalformedHandshakeLines {
  private static final List<String> FIELDS =
      List.of(
          "1",
          "1",
          "1",
          "2",
          "+1",
          "-0",
          "01",
          "1.0",
          "0x1",
          "99999999999999999999",
          "\u0661",
          "unix",
          "unix",
          "tcp",
          "tcp",
          "UNIX",
          "/tmp/plugin1",
          "/tmp/plugin1",
          ":1234",
          "127.0.0.1:1",
          "127.0.0.1:99999",
          "[::1]:80",
          "a\0b",
          "/tmp/" + "p".repeat(200),
          "grpc",
          "grpc",
          "netrpc",
          "GRPC",
          "",
          " ",
          "true",
          "A".repeat(50),
          "A".repeat(51),
          "A".repeat(52),
          "A".repeat(54) + "==",
          "%".repeat(60),
          "\u0007\u001b[31m",
          "\ud800",
          "x".repeat(70_000));

  /// A right line, field by field: most rounds break it in some places only.
  private static final List<String> RIGHT = List.of("1", "1", "unix", "/tmp/p", "grpc", "", "true");

  private final Random random;

  MalformedHandshakeLines(Random random) {
    this.random = random;
  }

  String next() {
    String line = line();
    return switch (random.nextInt(6)) {
      case 0 -> line.substring(0, random.nextInt(line.length() + 1));
      case 1 -> line.replace('|', random.nextBoolean() ? ',' : ' ');
      case 2 -> " \t" + line + "\r\n";
      case 3 -> noise();
      default -> line;
    };
  }

  private String line() {
    List<String> fields = new ArrayList<>(RIGHT.subList(0, random.nextInt(RIGHT.size() + 1)));
    for (int broken = random.nextInt(4); broken > 0 && !fields.isEmpty(); broken--) {
      fields.set(random.nextInt(fields.size()), FIELDS.get(random.nextInt(FIELDS.size())));
    }
    if (random.nextInt(8) == 0) {
      fields.add(FIELDS.get(random.nextInt(FIELDS.size())));
    }
    return String.join("|", fields);
  }

  private String noise() {
    StringBuilder noise = new StringBuilder();
    for (int length = random.nextInt(200); length > 0; length--) {
      noise.append(random.nextInt(5) == 0 ? '|' : (char) random.nextInt(0x250));
    }
    return noise.toString();
  }
}
