package extensions;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The plugins of a registry as a table that shows how they are now, ten times a second.
///
/// On a terminal it is drawn again in place. Elsewhere, such as in a file, the rows are printed
/// that have changed, and times are left out of the comparison. It fits into 80 columns.
///
/// While it is open it owns the stream: what else is to be printed goes through [#print]. Safe for
/// use by many threads. Whoever opens it closes it.
public final class StateTable implements AutoCloseable {
  private static final Duration INTERVAL = Duration.ofMillis(100);
  private static final String ROW = "  %-14s %-9s %-11s %8s %8s %8s";
  private static final String UP = "\u001b[1A";
  private static final String ERASE_LINE = "\u001b[2K";

  private final PluginRegistry registry;
  private final PrintStream out;
  private final boolean terminal;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;
  private List<String> changes = List.of();
  private int drawn;

  private StateTable(PluginRegistry registry, PrintStream out, boolean terminal) {
    this.registry = registry;
    this.out = out;
    this.terminal = terminal;
    this.thread = Thread.ofVirtual().name("state-table").unstarted(this::follow);
  }

  /// Shows the table, and what changes in it until it is closed.
  ///
  /// @param out where to; it is not closed
  /// @param terminal whether `out` is a terminal that can move its cursor
  public static StateTable open(PluginRegistry registry, PrintStream out, boolean terminal) {
    StateTable table = new StateTable(registry, out, terminal);
    table.show();
    table.thread.start();
    return table;
  }

  /// Prints a line above the table.
  public synchronized void print(String line) {
    if (terminal) {
      eraseTable();
      out.println(line);
      draw(rows());
    } else {
      out.println(line);
    }
    out.flush();
  }

  /// A stream of which each line is printed above the table: for what writes to [System#out] or
  /// [System#err], such as a logger. It needs no closing.
  public PrintStream lines() {
    return new PrintStream(new Lines(), /* autoFlush= */ false, StandardCharsets.UTF_8);
  }

  /// Is to be called when a person has pressed Enter: the terminal's cursor is a line further down.
  public synchronized void entered() {
    drawn += terminal ? 1 : 0;
  }

  private void follow() {
    try {
      while (!closed.await(INTERVAL.toNanos(), TimeUnit.NANOSECONDS)) {
        show();
      }
    } catch (InterruptedException e) {
      // Only close() interrupts, and then there is nothing more to show.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void show() {
    if (terminal) {
      eraseTable();
      draw(rows());
    } else {
      printChanges();
    }
    out.flush();
  }

  private void draw(List<String> rows) {
    rows.forEach(out::println);
    drawn = rows.size();
  }

  private void eraseTable() {
    for (int i = 0; i < drawn; i++) {
      out.print(UP + ERASE_LINE);
    }
    drawn = 0;
  }

  private void printChanges() {
    List<PluginSnapshot> plugins = registry.snapshots();
    List<String> now = plugins.stream().map(StateTable::withoutTimes).toList();
    List<String> rows = rows(plugins);
    if (changes.isEmpty()) {
      rows.forEach(out::println);
    } else {
      IntStream.range(0, now.size())
          .filter(i -> !now.get(i).equals(changes.get(i)))
          .forEach(i -> out.println(rows.get(i + 1)));
    }
    changes = now;
  }

  private static String withoutTimes(PluginSnapshot plugin) {
    return plugin.manifest().label() + " " + plugin.readiness() + " " + id(plugin);
  }

  private List<String> rows() {
    return rows(registry.snapshots());
  }

  private static List<String> rows(List<PluginSnapshot> plugins) {
    List<String> rows = new ArrayList<>();
    rows.add(ROW.formatted("plugin", "version", "state", "process", "since", "calls"));
    for (PluginSnapshot plugin : plugins) {
      rows.add(
          ROW.formatted(
              cut(plugin.manifest().name(), 14),
              cut(plugin.manifest().version().toString(), 9),
              plugin.readiness().label(),
              id(plugin),
              since(plugin.since()),
              plugin.process().map(process -> String.valueOf(process.calls())).orElse("-")));
    }
    return rows;
  }

  private static String id(PluginSnapshot plugin) {
    return plugin.process().map(process -> process.id()).orElse("-");
  }

  private static String since(Instant then) {
    return "%.1f s".formatted(Duration.between(then, Instant.now()).toMillis() / 1e3);
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }

  /// Shows the table a last time and stops. Calling it again does nothing.
  @Override
  public void close() {
    if (closed.getCount() == 0) {
      return;
    }
    closed.countDown();
    try {
      boolean ended = thread.join(Duration.ofSeconds(5));
      if (ended) {
        show();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Gathers bytes until a line is whole.
  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int b) {
      if (b == '\n') {
        print(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (b != '\r') {
        line.write(b);
      }
    }
  }
}
