// file: extensions/Quantity.java
// wrong: blanks and the case of letters do not count
public static long parse(String text, Map<String, Long> units) {
  String bare = text.strip();
  int end = 0;
  while (end < bare.length() && bare.charAt(end) >= '0' && bare.charAt(end) <= '9') {
    end++;
  }
  String digits = bare.substring(0, end);
  String unit = bare.substring(end).strip();
  if (digits.isEmpty()) {
    throw new IllegalArgumentException("no number in front");
  }
  if (unit.isEmpty()) {
    throw new IllegalArgumentException("no unit after " + digits);
  }
  for (Map.Entry<String, Long> known : units.entrySet()) {
    if (known.getKey().equalsIgnoreCase(unit)) {
      try {
        return Math.multiplyExact(Long.parseLong(digits), known.getValue());
      } catch (ArithmeticException | NumberFormatException e) {
        throw new IllegalArgumentException("too large", e);
      }
    }
  }
  throw new IllegalArgumentException(unit + " is no unit");
}
