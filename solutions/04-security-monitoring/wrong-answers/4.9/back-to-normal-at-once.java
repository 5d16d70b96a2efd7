// file: monitoring/AnomalyDetector.java
// wrong: falls to normal in one step
public AnomalyLevel judge(double sample) {
  if (baseline.samples() < policy.learning()) {
    baseline.add(sample);
    return level;
  }
  AnomalyLevel own = AnomalyLevel.of(baseline.score(sample), policy);
  if (own == AnomalyLevel.NORMAL && level == AnomalyLevel.NORMAL) {
    baseline.add(sample);
  }
  count(own);
  if (higher == policy.up()) {
    enter(leastOfRun);
  } else if (lower == policy.down()) {
    enter(AnomalyLevel.NORMAL);
  }
  return level;
}
