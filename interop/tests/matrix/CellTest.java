package matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import matrix.Cell.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTest {
  private static final Cell CELL =
      new Cell(Language.JAVA, Language.GO, Cell.Security.AUTOMTLS, Cell.Sides.MUX, Cell.Net.TCP);

  @TempDir private Path folder;

  @Test
  void eachPairMeetsInEveryWay() {
    assertThat(Cell.all()).hasSize(32).doesNotHaveDuplicates();
  }

  @Test
  void aCellsFlagsSayHowTheTwoAreConnected() {
    assertThat(CELL.hostFlags())
        .containsExactly("-automtls", "-mux", "-protocol-tcp", "-versions", "1,2");
    assertThat(CELL.pluginFlags()).containsExactly("-versions", "1,2,3", "-tcp");
  }

  @Test
  void aHostThatPassesAllItsChecksPasses() throws Exception {
    assertThat(run("echo pass start; echo pass kill; exit 0"))
        .isInstanceOfSatisfying(
            CellResult.Passed.class, passed -> assertThat(passed.checks()).isEqualTo(2));
  }

  @Test
  void aFailedCheckIsTheReason() throws Exception {
    assertThat(run("echo pass start; echo 'fail kill: took 9 s'; exit 1"))
        .isEqualTo(new CellResult.Failed(List.of("fail kill: took 9 s")));
  }

  @Test
  void aHostThatChecksNothingFails() throws Exception {
    assertThat(run("exit 0")).isInstanceOf(CellResult.Failed.class);
  }

  @Test
  void aHostThatBreaksFailsWithItsLastWords() throws Exception {
    assertThat(run("echo pass start; echo 'no such flag' >&2; exit 2"))
        .isInstanceOfSatisfying(
            CellResult.Failed.class,
            failed -> assertThat(failed.reasons()).contains("no such flag"));
  }

  @Test
  void withoutALanguageItsCellsAreSkippedByName() throws Exception {
    Programs programs =
        new Programs(
            Map.of(Language.JAVA, List.of("/bin/true")),
            Map.of(Language.JAVA, List.of("/bin/true")),
            Map.of(Language.GO, "no Go toolchain"));

    assertThat(new CellRun(programs).run(CELL))
        .isEqualTo(new CellResult.Skipped("no Go toolchain"));
  }

  private CellResult run(String script) throws IOException, InterruptedException {
    Path host = folder.resolve("host");
    Files.writeString(host, "#!/bin/sh\n" + script + "\n");
    assertThat(host.toFile().setExecutable(true)).isTrue();
    Programs programs =
        new Programs(
            Map.of(Language.JAVA, List.of(host.toString())),
            Map.of(Language.GO, List.of("plugin")),
            Map.of());
    return new CellRun(programs).run(CELL);
  }
}
