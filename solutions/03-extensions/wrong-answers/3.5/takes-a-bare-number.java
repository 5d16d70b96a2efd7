// file: extensions/Quantity.java
// wrong: a number without a unit is taken for the smallest unit
public static long parse(String text, Map<String, Long> units) {
  int end = 0;
  while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
    end++;
  }
  String digits = text.substring(0, end);
  String unit = text.substring(end);
  if (digits.isEmpty()) {
    throw new IllegalArgumentException("no number in front");
  }
  Long factor = unit.isEmpty() ? Long.valueOf(1) : units.get(unit);
  if (factor == null) {
    throw new IllegalArgumentException(unit + " is no unit");
  }
  try {
    return Math.multiplyExact(Long.parseLong(digits), factor);
  } catch (ArithmeticException | NumberFormatException e) {
    throw new IllegalArgumentException("too large", e);
  }
}
