// file: extensions/Quantity.java
// wrong: a result that does not fit a long wraps around
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
  if (unit.isEmpty()) {
    throw new IllegalArgumentException("no unit after " + digits);
  }
  Long factor = units.get(unit);
  if (factor == null) {
    throw new IllegalArgumentException(unit + " is no unit");
  }
  try {
    return Long.parseLong(digits) * factor;
  } catch (NumberFormatException e) {
    throw new IllegalArgumentException("too large", e);
  }
}
