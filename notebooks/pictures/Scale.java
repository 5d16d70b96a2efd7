package pictures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Where a number lies on an axis that begins with 0.
///
/// @param most the number at the axis's end, more than 0
/// @param start the axis's first pixel
/// @param length its length in pixels
record Scale(double most, double start, double length) {
  private static final int TICKS = 8;

  double at(double value) {
    return start + length * Math.min(Math.max(value, 0), most) / most;
  }

  /// Round numbers along the axis, from 0 on.
  List<Double> ticks() {
    double rough = most / TICKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step =
        power * (rough <= power ? 1 : rough <= 2 * power ? 2 : rough <= 5 * power ? 5 : 10);
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= most; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /// A number with as many digits as one can use.
  static String shown(double value) {
    double size = Math.abs(value);
    if (size >= 100 || value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    return String.format(Locale.ROOT, size >= 10 ? "%.1f" : "%.2f", value);
  }
}
