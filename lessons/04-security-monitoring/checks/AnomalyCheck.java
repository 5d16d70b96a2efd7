import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import monitoring.AnomalyDetector;
import monitoring.AnomalyLevel;
import monitoring.AnomalyPolicy;
import monitoring.Baseline;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is usual, and what is not: a weighted mean, and levels that do not flicker.
@Tag("4.9")
@DisplayName("4.9 Anomalies")
class AnomalyCheck {
  /// Deviation at least 1; alert at 4, throttle at 8, quarantine at 16; 3 up, 5 down; 10 to learn.
  private static final AnomalyPolicy POLICY =
      new AnomalyPolicy(Duration.ofSeconds(1), 0.1, 1, 10, 4, 8, 16, 3, 5, 2);

  private final AnomalyDetector detector = new AnomalyDetector(POLICY);

  private void judge(int times, double sample) {
    for (int i = 0; i < times; i++) {
      detector.judge(sample);
    }
  }

  @Test
  @DisplayName("baseline: the first sample is the mean")
  void theFirstSampleIsTheMean() {
    Baseline baseline = new Baseline(0.1, 0.001);
    baseline.add(200);
    assertThat(baseline.samples()).as("samples").isEqualTo(1);
    assertThat(baseline.mean()).as("the mean of 200").isEqualTo(200);
    assertThat(baseline.deviation()).as("nothing strays yet: the floor").isEqualTo(0.001);
  }

  @Test
  @DisplayName("baseline: mean and deviation by the two formulas")
  void meanAndDeviation() {
    Baseline baseline = new Baseline(0.25, 0.001);
    baseline.add(10);
    baseline.add(14);
    assertThat(baseline.mean()).as("mean of 10, 14 with weight 0.25").isCloseTo(11, within(1e-9));
    assertThat(baseline.deviation())
        .as("deviation: the root of 0.75 * (0 + 0.25 * 16)")
        .isCloseTo(Math.sqrt(3), within(1e-9));
    baseline.add(7);
    assertThat(baseline.mean()).as("then 7").isCloseTo(10, within(1e-9));
    assertThat(baseline.deviation())
        .as("deviation: the root of 0.75 * (3 + 0.25 * 16)")
        .isCloseTo(Math.sqrt(5.25), within(1e-9));
    assertThat(baseline.samples()).as("samples").isEqualTo(3);
  }

  @Test
  @DisplayName("baseline: finds the mean and deviation of noise")
  void findsThoseOfNoise() {
    Random random = new Random(49);
    Baseline baseline = new Baseline(0.01, 0.001);
    for (int i = 0; i < 5_000; i++) {
      baseline.add(100 + 7 * random.nextGaussian());
    }
    assertThat(baseline.mean()).as("mean of noise around 100").isCloseTo(100, within(2.0));
    assertThat(baseline.deviation()).as("deviation of noise of 7").isCloseTo(7, within(1.5));
  }

  @Test
  @DisplayName("detector: what it learns from is never unusual")
  void learnsFirst() {
    judge(5, 0);
    judge(5, 1_000);
    assertThat(detector.level()).as("while it learns").isEqualTo(AnomalyLevel.NORMAL);
    assertThat(detector.baseline().samples()).as("samples learnt").isEqualTo(10);
  }

  @Test
  @DisplayName("detector: three in a row raise the level, fewer do not")
  void threeInARow() {
    judge(10, 20);
    judge(2, 1_000);
    judge(1, 20);
    judge(2, 1_000);
    assertThat(detector.level()).as("never three in a row").isEqualTo(AnomalyLevel.NORMAL);
    judge(1, 1_000);
    assertThat(detector.level()).as("three in a row").isEqualTo(AnomalyLevel.QUARANTINE);
  }

  @Test
  @DisplayName("detector: the lowest of the three is the level, whatever their order")
  void theLowestOfTheThree() {
    judge(10, 20);
    judge(1, 25);
    judge(2, 1_000);
    assertThat(detector.level()).as("alert, then two far higher").isEqualTo(AnomalyLevel.ALERT);
    judge(1, 1_000);
    judge(1, 30);
    judge(1, 1_000);
    assertThat(detector.level())
        .as("from alert: quarantine, throttle, quarantine")
        .isEqualTo(AnomalyLevel.THROTTLE);
    judge(3, 1_000);
    assertThat(detector.level()).as("three of the highest").isEqualTo(AnomalyLevel.QUARANTINE);
  }

  @Test
  @DisplayName("detector: five low ones in a row lower it by one level")
  void calmsDownSlowly() {
    judge(10, 20);
    judge(3, 30);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.THROTTLE);
    judge(4, 20);
    assertThat(detector.level()).as("four low ones").isEqualTo(AnomalyLevel.THROTTLE);
    judge(1, 30);
    judge(4, 20);
    assertThat(detector.level())
        .as("one on the level itself, then four low ones")
        .isEqualTo(AnomalyLevel.THROTTLE);
    judge(1, 20);
    assertThat(detector.level()).as("the fifth").isEqualTo(AnomalyLevel.ALERT);
    judge(4, 20);
    assertThat(detector.level()).as("four more").isEqualTo(AnomalyLevel.ALERT);
    judge(1, 20);
    assertThat(detector.level()).as("five more").isEqualTo(AnomalyLevel.NORMAL);
  }

  @Test
  @DisplayName("detector: what is unusual is not learnt, however long it lasts")
  void doesNotGetUsedToIt() {
    judge(10, 20);
    judge(2, 24.5);
    assertThat(detector.baseline().samples()).as("samples learnt").isEqualTo(10);
    judge(1_000, 30);
    assertThat(detector.level()).as("after 1,000 high ones").isEqualTo(AnomalyLevel.THROTTLE);
    assertThat(detector.baseline().mean()).as("what is usual").isEqualTo(20);
    judge(3, 20);
    assertThat(detector.baseline().samples())
        .as("samples learnt: nothing while a level above normal holds")
        .isEqualTo(10);
    judge(7, 20);
    judge(3, 21);
    assertThat(detector.level()).isEqualTo(AnomalyLevel.NORMAL);
    assertThat(detector.baseline().samples()).as("learns again when all is normal").isEqualTo(13);
  }
}
