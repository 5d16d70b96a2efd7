package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HotSwapTest {
  private static final Duration LIMIT = Duration.ofSeconds(7);

  /// Notes the steps; the one named `failing` fails.
  private record Steps(List<String> done, String failing, boolean drained) implements SwapSteps {
    private void step(String name) {
      done.add(name);
      if (failing.contains(name)) {
        throw new IllegalStateException("no " + name);
      }
    }

    @Override
    public void startNew() {
      step("startNew");
    }

    @Override
    public void switchToNew() {
      step("switchToNew");
    }

    @Override
    public boolean drainOld(Duration limit) {
      assertThat(limit).isEqualTo(LIMIT);
      step("drainOld");
      return drained;
    }

    @Override
    public void endOld() {
      step("endOld");
    }

    @Override
    public void endNew() {
      step("endNew");
    }
  }

  private static Steps steps(String failing, boolean drained) {
    return new Steps(new ArrayList<>(), failing, drained);
  }

  @Test
  void oneProcessServesAtEachMoment() {
    for (boolean drained : new boolean[] {true, false}) {
      Steps steps = steps("", drained);

      assertThat(new HotSwap(LIMIT).perform(steps)).isEqualTo(drained);
      assertThat(steps.done()).containsExactly("startNew", "switchToNew", "drainOld", "endOld");
    }
  }

  @Test
  void aNewProcessThatFailsIsTakenBack() {
    Steps noStart = steps("startNew", true);
    Steps noSwitch = steps("switchToNew, endNew", true);

    assertThatThrownBy(() -> new HotSwap(LIMIT).perform(noStart))
        .isInstanceOf(SwapFailedException.class)
        .hasMessageContaining("no startNew")
        .hasCauseInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new HotSwap(LIMIT).perform(noSwitch))
        .isInstanceOf(SwapFailedException.class)
        .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));

    assertThat(noStart.done()).containsExactly("startNew", "endNew");
    assertThat(noSwitch.done()).containsExactly("startNew", "switchToNew", "endNew");
  }

  @Test
  void theOldProcessEndsEvenIfTheWaitFails() {
    Steps steps = steps("drainOld", true);

    assertThatThrownBy(() -> new HotSwap(LIMIT).perform(steps))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no drainOld");

    assertThat(steps.done()).endsWith("drainOld", "endOld");
  }
}
