package pictures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How often something took how long. The axis is logarithmic: each step to the right is the same
/// factor, so that the many quick ones and the few slow ones both show.
public final class Histogram {
  private static final double MARGIN = 16;
  private static final double LENGTH = Canvas.WIDTH - 4 * MARGIN;
  private static final double HEIGHT = 150;
  private static final int COLUMNS_PER_POWER = 20;

  private final String title;
  private final double[] micros;

  /// @param title the headline
  /// @param micros the times in microseconds, in any order, each more than 0; at least one
  /// @throws IllegalArgumentException if there is none, or one is not more than 0
  public Histogram(String title, double... micros) {
    this.title = title;
    this.micros = micros.clone();
    Arrays.sort(this.micros);
    if (micros.length == 0 || !(this.micros[0] > 0)) {
      throw new IllegalArgumentException("no times, or one is not more than 0");
    }
  }

  /// The time that so many of a hundred did not exceed.
  ///
  /// @param percent 1 to 100
  public double percentile(int percent) {
    return micros[Math.ceilDiv(percent * micros.length, 100) - 1];
  }

  /// The picture.
  public String svg() {
    Canvas canvas = new Canvas();
    canvas.text(MARGIN, 28, "start", Canvas.INK, true, title);
    int[] counts = counts();
    int most = Arrays.stream(counts).max().orElse(1);
    Labels labels = new Labels(MARGIN, Canvas.WIDTH - MARGIN);
    for (Marker marker : markers()) {
      labels.add(x(marker.micros()), marker.text());
    }
    double top = 44 + labels.height() + 10;
    double bottom = top + HEIGHT;
    drawAxis(canvas, top, bottom);
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        // A single one of thousands must be seen, too.
        double height = Math.max(2, HEIGHT * counts[i] / most);
        canvas.bar(x(edge(i)), bottom - height, x(edge(i + 1)) - x(edge(i)), height, Tone.OTHER);
      }
    }
    for (Marker marker : markers()) {
      canvas.line(x(marker.micros()), 44, x(marker.micros()), bottom, Tone.BAD.stroke(), true);
    }
    labels.draw(canvas, 40);
    double right = Math.max(Canvas.WIDTH - MARGIN, labels.right());
    right = Math.max(right, MARGIN + Text.width(title, Canvas.FONT_SIZE));
    return canvas.svg(right + MARGIN, bottom + 36, title, description());
  }

  /// What the picture shows, for those who do not see it.
  public String description() {
    List<String> told = new ArrayList<>();
    markers().forEach(marker -> told.add(marker.text()));
    return "%d times: %s.".formatted(micros.length, String.join(", ", told));
  }

  private record Marker(double micros, String text) {}

  private List<Marker> markers() {
    return List.of(
        marker("quickest", micros[0]),
        marker("median", percentile(50)),
        marker("p99", percentile(99)),
        marker("slowest", micros[micros.length - 1]));
  }

  private static Marker marker(String name, double micros) {
    return new Marker(micros, name + " " + shown(micros));
  }

  private static String shown(double micros) {
    return micros < 1000 ? Scale.shown(micros) + " us" : Scale.shown(micros / 1000) + " ms";
  }

  private void drawAxis(Canvas canvas, double top, double bottom) {
    double end = Double.NEGATIVE_INFINITY;
    for (double power = Math.pow(10, firstPower()); power <= edge(columns()); power *= 10) {
      for (int digit : new int[] {1, 2, 5}) {
        double x = x(digit * power);
        if (digit * power < edge(0) * 0.999 || digit * power > edge(columns()) * 1.001) {
          continue;
        }
        canvas.line(x, top, x, bottom, "#e5e7eb", false);
        String text = axisText(digit * power);
        double half = Text.width(text, Canvas.FONT_SIZE) / 2;
        if (x - half > end && x - half > 0) {
          canvas.text(x, bottom + Canvas.LINE_HEIGHT, "middle", Canvas.FAINT, false, text);
          end = x + half + 6;
        }
      }
    }
    canvas.line(x(edge(0)), bottom, x(edge(columns())), bottom, Canvas.FAINT, false);
  }

  private static String axisText(double micros) {
    return String.format(
        Locale.ROOT, micros < 1000 ? "%.0f us" : "%.0f ms", micros < 1000 ? micros : micros / 1000);
  }

  private int[] counts() {
    int[] counts = new int[columns()];
    for (double time : micros) {
      int column = (int) Math.floor((Math.log10(time) - start()) * COLUMNS_PER_POWER);
      counts[Math.clamp(column, 0, counts.length - 1)]++;
    }
    return counts;
  }

  private int columns() {
    double powers = Math.log10(micros[micros.length - 1]) - start();
    return Math.max(COLUMNS_PER_POWER, (int) Math.floor(powers * COLUMNS_PER_POWER) + 1);
  }

  /// The left edge of a column, in microseconds.
  private double edge(int column) {
    return Math.pow(10, start() + (double) column / COLUMNS_PER_POWER);
  }

  /// The axis's begin, as a power of ten: a column's edge.
  private double start() {
    return Math.floor(Math.log10(micros[0]) * COLUMNS_PER_POWER) / COLUMNS_PER_POWER;
  }

  private int firstPower() {
    return (int) Math.floor(start());
  }

  private double x(double time) {
    double powers = (double) columns() / COLUMNS_PER_POWER;
    return 2 * MARGIN + LENGTH * (Math.log10(time) - start()) / powers;
  }
}
