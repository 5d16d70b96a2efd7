package matrix;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// `make interop`: builds the programs, runs all cells, prints a line each.
public final class MatrixCommand {
  private static final int COLUMNS = 80;

  /// Much of a cell is waiting: two of its checks must run into a timeout of five seconds.
  private static final int AT_ONCE = 3;

  private final PrintStream out;
  private int passed;
  private int failed;
  private int skipped;

  private MatrixCommand(PrintStream out) {
    this.out = out;
  }

  /// Runs the matrix.
  ///
  /// @param root the course's folder
  /// @return the exit code: 0 if no cell failed, 1 if one did
  /// @throws IOException if a program cannot be built or started
  /// @throws InterruptedException if this thread is interrupted
  public static int run(Path root, PrintStream out) throws IOException, InterruptedException {
    return new MatrixCommand(out).run(Programs.build(root));
  }

  private int run(Programs programs) throws IOException, InterruptedException {
    out.println("host  plugin  security  side connections  network  result");
    try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
      CellRun run = new CellRun(programs);
      List<Cell> cells = Cell.all();
      List<Future<CellResult>> results =
          cells.stream().map(cell -> workers.submit(() -> run.run(cell))).toList();
      for (int i = 0; i < cells.size(); i++) {
        out.print(label(cells.get(i)));
        out.flush();
        tell(result(results.get(i)));
      }
    }
    for (Map.Entry<Cell.Language, String> language : programs.missing().entrySet()) {
      out.println("without %s: %s".formatted(lower(language.getKey()), language.getValue()));
    }
    out.println("%d passed, %d failed, %d skipped".formatted(passed, failed, skipped));
    return failed == 0 ? 0 : 1;
  }

  private static CellResult result(Future<CellResult> cell)
      throws IOException, InterruptedException {
    try {
      return cell.get();
    } catch (ExecutionException e) {
      throw new IOException("a cell could not be run", e.getCause());
    }
  }

  private static String label(Cell cell) {
    return "%-6s%-8s%-10s%-18s%-9s"
        .formatted(
            lower(cell.host()),
            lower(cell.plugin()),
            cell.security() == Cell.Security.AUTOMTLS ? "AutoMTLS" : "plain",
            cell.sides() == Cell.Sides.MUX ? "one for all (mux)" : "a socket each",
            lower(cell.network()));
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private void tell(CellResult result) {
    switch (result) {
      case CellResult.Passed cell -> {
        passed++;
        out.println(
            "pass  %2d checks, %.1f s".formatted(cell.checks(), cell.took().toMillis() / 1e3));
      }
      case CellResult.Failed cell -> {
        failed++;
        out.println("FAIL");
        tell(cell.reasons());
      }
      case CellResult.Skipped _ -> {
        skipped++;
        out.println("skipped");
      }
    }
  }

  private void tell(List<String> reasons) {
    for (String reason : reasons) {
      for (int start = 0; start < reason.length(); start += COLUMNS - 2) {
        out.println("  " + reason.substring(start, Math.min(start + COLUMNS - 2, reason.length())));
      }
    }
  }
}
