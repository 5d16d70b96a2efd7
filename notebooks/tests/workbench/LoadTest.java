package workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import pictures.Timeline.Column;
import pictures.Tone;
import workbench.Load.Call;

class LoadTest {
  private static final long MILLI = 1_000_000;

  private static final Load LOAD =
      new Load(
          List.of(
              new Call(100 * MILLI, 105 * MILLI, true),
              new Call(101 * MILLI, 106 * MILLI, false),
              new Call(105 * MILLI, 125 * MILLI, true)));

  @Test
  void callsAreCountedInPiecesOfTime() {
    assertThat(LOAD.columns(20))
        .containsExactly(
            new Column(Load.ANSWERED, 0, 20, 1, Tone.GOOD),
            new Column(Load.FAILED, 0, 20, 1, Tone.BAD),
            new Column(Load.ANSWERED, 20, 40, 1, Tone.GOOD),
            new Column(Load.FAILED, 20, 40, 0, Tone.BAD));
  }

  @Test
  void itIsToldInASentence() {
    assertThat(LOAD).hasToString("3 calls, 1 failed; the longest took 20 ms");
    assertThat(LOAD.end()).isEqualTo(25);
    assertThat(LOAD.millis(110 * MILLI)).isEqualTo(10);
  }
}
