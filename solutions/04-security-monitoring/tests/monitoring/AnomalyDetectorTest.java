package monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnomalyDetectorTest {
  private static final AnomalyPolicy POLICY =
      new AnomalyPolicy(Duration.ofSeconds(1), 0.1, 1, 10, 4, 8, 16, 3, 5, 2);

  private final AnomalyDetector detector = new AnomalyDetector(POLICY);

  private void judge(int times, double sample) {
    for (int i = 0; i < times; i++) {
      detector.judge(sample);
    }
  }

  @Test
  void theBaselineIsTheWeightedMeanAndDeviation() {
    Baseline baseline = new Baseline(0.5, 0.01);
    baseline.add(10);
    assertThat(baseline.mean()).isEqualTo(10);
    assertThat(baseline.deviation()).as("the floor").isEqualTo(0.01);
    baseline.add(14);
    assertThat(baseline.mean()).isEqualTo(12);
    assertThat(baseline.deviation()).isCloseTo(2, within(1e-9));
    assertThat(baseline.score(16)).isCloseTo(2, within(1e-9));
    baseline.add(12);
    assertThat(baseline.deviation()).isCloseTo(Math.sqrt(2), within(1e-9));
  }

  @Test
  void theBaselineOfNoiseIsItsMeanAndDeviation() {
    Random random = new Random(1);
    Baseline baseline = new Baseline(0.01, 0.01);
    for (int i = 0; i < 10_000; i++) {
      baseline.add(100 + 7 * random.nextGaussian());
    }
    assertThat(baseline.mean()).isCloseTo(100, within(2.0));
    assertThat(baseline.deviation()).isCloseTo(7, within(1.5));
  }

  @Test
  void whatItLearnsIsNeverUnusual() {
    judge(5, 0);
    judge(5, 1_000_000);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.NORMAL);
  }

  @Test
  void oneHighSampleIsNoAnomalyAndThreeAre() {
    judge(10, 20);
    judge(2, 1_000);
    judge(1, 20);
    judge(2, 1_000);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.NORMAL);
    judge(1, 25);
    assertThat(detector.level()).as("the lowest of the three").isEqualTo(AnomalyLevel.ALERT);
    judge(3, 30);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.THROTTLE);
    judge(3, 1_000);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.QUARANTINE);
  }

  @Test
  void itCalmsDownOneLevelAtATimeAndNotAtTheFirstLowSample() {
    judge(10, 20);
    judge(3, 30);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.THROTTLE);
    judge(4, 20);
    judge(1, 30);
    judge(4, 20);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.THROTTLE);
    judge(1, 20);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.ALERT);
    judge(5, 20);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.NORMAL);
  }

  @Test
  void whoSwingsAroundTheBorderDoesNotMakeItFlicker() {
    judge(10, 20);
    int changes = 0;
    AnomalyLevel before = detector.level();
    for (int i = 0; i < 1_000; i++) {
      AnomalyLevel now = detector.judge(i % 2 == 0 ? 24.5 : 20);
      changes += now == before ? 0 : 1;
      before = now;
    }
    assertThat(changes).isZero();
  }

  @Test
  void whatLastsDoesNotBecomeUsual() {
    judge(10, 20);
    judge(10_000, 30);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.THROTTLE);
    assertThat(detector.baseline().mean()).isCloseTo(20, within(0.5));
  }
}
