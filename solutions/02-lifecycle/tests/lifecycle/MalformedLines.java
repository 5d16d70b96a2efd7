package lifecycle;

import java.util.List;
import java.util.Random;

/// Makes lines that look like hclog's JSON and are not quite: wrong types, doubled and missing
/// members, cut ends, swapped characters, deep nests, absurd numbers.
final class MalformedLines {
  private static final List<String> NAMES =
      List.of("@level", "@message", "@timestamp", "@module", "timestamp", "", "\\u0000", "a");

  private static final List<String> VALUES =
      List.of(
          "\"info\"",
          "\"ERROR\"",
          "\"\"",
          "\"2026-01-31T12:00:00.000000Z\"",
          "\"2026-99-31T12:00:00.000000Z\"",
          "\"\\ud800\"",
          "\"\\q\"",
          "null",
          "true",
          "-0",
          "1e999999",
          "1e-2147483649",
          "00",
          "9".repeat(2_000),
          "NaN",
          "[[[]]]",
          "{\"@level\":1}",
          "[".repeat(800),
          "\"" + "x".repeat(5_000) + "\"");

  private final Random random;

  MalformedLines(Random random) {
    this.random = random;
  }

  String next() {
    String line = object();
    return switch (random.nextInt(6)) {
      case 0 -> line.substring(0, random.nextInt(line.length() + 1));
      case 1 -> swapped(line);
      case 2 -> line + object();
      case 3 -> " \t" + line + " ";
      case 4 -> noise();
      default -> line;
    };
  }

  private String object() {
    StringBuilder line = new StringBuilder("{");
    int members = random.nextInt(6);
    for (int i = 0; i < members; i++) {
      line.append(i == 0 ? "" : ",")
          .append('"')
          .append(oneOf(NAMES))
          .append("\":")
          .append(oneOf(VALUES));
    }
    return line.append('}').toString();
  }

  private String swapped(String line) {
    StringBuilder text = new StringBuilder(line);
    for (int i = 0; i < 3; i++) {
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x1_0000));
    }
    return text.toString();
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(40);
    for (int i = 0; i < length; i++) {
      text.append((char) random.nextInt(0x1_0000));
    }
    return text.toString();
  }

  private String oneOf(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }
}
