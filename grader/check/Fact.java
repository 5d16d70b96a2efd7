package check;

/// One named piece of evidence, such as `expected` and a value. Both are single lines.
public record Fact(String label, String value) {
  public Fact {
    label = oneLine(label);
    value = oneLine(value);
  }

  private static String oneLine(String text) {
    return text.replace("\r", "").strip().replace("\n", "\\n").replace("\t", " ");
  }
}
