package pictures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Pies side by side, with the same colour for the same name, and the shares as numbers below.
///
/// @param title the headline
/// @param pies from left to right, at least one
public record Pies(String title, List<Pie> pies) {
  private static final List<String> COLOURS =
      List.of("#9cc3f5", "#f5c76b", "#8fd3a4", "#e6a4c4", "#c9ccd1", "#b9a7ee", "#f2a285");
  private static final double MARGIN = 16;
  private static final double RADIUS = 84;
  private static final double TOP = 60;
  private static final double SMALLEST_WITH_NUMBER = 0.06;

  /// One whole and its parts.
  ///
  /// @param caption what it shows
  /// @param parts how much each part is, by name, 0 or more; together more than 0
  public record Pie(String caption, Map<String, Double> parts) {
    /// Copies the map, and keeps its order.
    public Pie {
      parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /// A part's share of the whole, 0 to 1; 0 for a name that is not there.
    public double share(String name) {
      double whole = parts.values().stream().mapToDouble(Double::doubleValue).sum();
      return parts.getOrDefault(name, 0.0) / whole;
    }
  }

  /// Makes sure that there is something to draw.
  ///
  /// @throws IllegalArgumentException if there is no pie, or one has nothing in it, or less
  public Pies {
    pies = List.copyOf(pies);
    for (Pie pie : pies) {
      boolean negative = pie.parts().values().stream().anyMatch(part -> !(part >= 0));
      if (negative || pie.parts().values().stream().allMatch(part -> part == 0)) {
        throw new IllegalArgumentException("not the parts of a whole: " + pie);
      }
    }
    if (pies.isEmpty()) {
      throw new IllegalArgumentException("no pies");
    }
  }

  /// The picture.
  public String svg() {
    Canvas canvas = new Canvas();
    List<String> names = names();
    double left = 2 * MARGIN + 20 + Text.width(names, Canvas.FONT_SIZE);
    double step = Text.width(pies.stream().map(Pie::caption).toList(), Canvas.FONT_SIZE) + MARGIN;
    step = Math.max(step, 2 * RADIUS + MARGIN);
    canvas.text(MARGIN, 28, "start", Canvas.INK, true, title);
    double table = TOP + 2 * RADIUS + 2 * MARGIN + Canvas.LINE_HEIGHT;
    for (int i = 0; i < pies.size(); i++) {
      double x = left + i * step + step / 2;
      canvas.text(x, TOP, "middle", Canvas.INK, true, pies.get(i).caption());
      draw(canvas, x, TOP + MARGIN + RADIUS, pies.get(i));
      for (int row = 0; row < names.size(); row++) {
        String share = shown(pies.get(i).share(names.get(row)));
        canvas.text(x, table + row * 20, "middle", Canvas.INK, false, share);
      }
    }
    for (int row = 0; row < names.size(); row++) {
      double y = table + row * 20;
      canvas.box(MARGIN, y - 11, 14, 14, colour(row), Canvas.FAINT, "");
      canvas.text(MARGIN + 22, y, "start", Canvas.INK, false, names.get(row));
    }
    double width = Math.max(left + pies.size() * step, Text.width(title, Canvas.FONT_SIZE) + 32);
    return canvas.svg(width, table + names.size() * 20, title, description());
  }

  /// The shares as sentences: what the picture shows, for those who do not see it.
  public String description() {
    List<String> sentences = new ArrayList<>();
    for (Pie pie : pies) {
      List<String> shares = new ArrayList<>();
      for (String name : pie.parts().keySet()) {
        shares.add(name + " " + shown(pie.share(name)));
      }
      sentences.add(pie.caption() + ": " + String.join(", ", shares) + ".");
    }
    return String.join(" ", sentences);
  }

  private void draw(Canvas canvas, double x, double y, Pie pie) {
    List<String> names = names();
    double from = 0;
    for (int i = 0; i < names.size(); i++) {
      double share = pie.share(names.get(i));
      if (share > 0) {
        canvas.shape(sector(x, y, from, share), colour(i), "#ffffff");
      }
      from += share;
    }
    from = 0;
    for (String name : names) {
      double share = pie.share(name);
      if (share >= SMALLEST_WITH_NUMBER) {
        double middle = angle(from + share / 2);
        double tx = x + 0.65 * RADIUS * Math.cos(middle);
        double ty = y + 0.65 * RADIUS * Math.sin(middle) + 4;
        canvas.text(tx, ty, "middle", Canvas.INK, true, "%.0f".formatted(100 * share));
      }
      from += share;
    }
  }

  /// @param from where it begins, 0 to 1, from the top clockwise
  private static String sector(double x, double y, double from, double share) {
    // A whole circle would end where it began, and be nothing.
    double end = angle(from + Math.min(share, 0.99999));
    return String.format(
        Locale.ROOT,
        "M%.1f %.1f L%.3f %.3f A%5$.1f %5$.1f 0 %6$d 1 %7$.3f %8$.3f Z",
        x,
        y,
        x + RADIUS * Math.cos(angle(from)),
        y + RADIUS * Math.sin(angle(from)),
        RADIUS,
        share > 0.5 ? 1 : 0,
        x + RADIUS * Math.cos(end),
        y + RADIUS * Math.sin(end));
  }

  private static double angle(double turn) {
    return 2 * Math.PI * turn - Math.PI / 2;
  }

  private List<String> names() {
    Set<String> names = new LinkedHashSet<>();
    pies.forEach(pie -> names.addAll(pie.parts().keySet()));
    return List.copyOf(names);
  }

  private static String colour(int part) {
    return COLOURS.get(part % COLOURS.size());
  }

  private static String shown(double share) {
    double percent = 100 * share;
    if (percent > 0 && percent < 0.1) {
      return "< 0.1 %";
    }
    String format = percent < 10 && percent != Math.rint(percent) ? "%.1f %%" : "%.0f %%";
    return String.format(Locale.ROOT, format, percent);
  }
}
