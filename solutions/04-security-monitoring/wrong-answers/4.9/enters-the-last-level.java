// file: monitoring/AnomalyDetector.java
// wrong: the last sample of the row decides
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
    enter(own);
  } else if (lower == policy.down()) {
    enter(level.lower());
  }
  return level;
}
