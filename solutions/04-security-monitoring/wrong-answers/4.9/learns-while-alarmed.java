// file: monitoring/AnomalyDetector.java
// wrong: learns low samples while a level above normal holds
public AnomalyLevel judge(double sample) {
  if (baseline.samples() < policy.learning()) {
    baseline.add(sample);
    return level;
  }
  AnomalyLevel own = AnomalyLevel.of(baseline.score(sample), policy);
  if (own == AnomalyLevel.NORMAL) {
    baseline.add(sample);
  }
  count(own);
  if (higher == policy.up()) {
    enter(leastOfRun);
  } else if (lower == policy.down()) {
    enter(level.lower());
  }
  return level;
}
