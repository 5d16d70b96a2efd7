package faultlab;

import picocli.CommandLine.Command;
import raw.Columns;

/// `list`: all faults, by the stage of a plugin's life.
@Command(name = "list", description = "Lists the faults.", mixinStandardHelpOptions = true)
public final class ListCommand implements Runnable {
  private static final int INDENT = 23;

  /// Made by picocli.
  public ListCommand() {}

  @Override
  public void run() {
    Stage stage = null;
    for (Fault fault : Fault.values()) {
      if (fault.stage() != stage) {
        stage = fault.stage();
        System.out.println(stage.title());
      }
      String word = fault.word();
      for (String line : Columns.wrap(fault.what(), Columns.WIDTH - INDENT, 2)) {
        System.out.println("  %-20s %s".formatted(word, line));
        word = "";
      }
    }
  }
}
