// file: extensions/Quantity.java
// wrong: a digit of any script is a digit
public static long parse(String text, Map<String, Long> units) {
  int end = 0;
  while (end < text.length() && Character.isDigit(text.charAt(end))) {
    end++;
  }
  String digits = text.substring(0, end);
  String unit = text.substring(end);
  if (digits.isEmpty()) {
    throw new IllegalArgumentException("no number in front");
  }
  if (unit.isEmpty()) {
    throw new IllegalArgumentException("no unit after " + digits);
  }
  Long factor = units.get(unit);
  if (factor == null) {
    throw new IllegalArgumentException(unit + " is no unit");
  }
  try {
    return Math.multiplyExact(Long.parseLong(digits), factor);
  } catch (ArithmeticException | NumberFormatException e) {
    throw new IllegalArgumentException("too large", e);
  }
}
