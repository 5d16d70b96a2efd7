// file: monitoring/AnomalyDetector.java
// wrong: has nothing to compare with yet
public AnomalyLevel judge(double sample) {
  AnomalyLevel own = AnomalyLevel.of(baseline.score(sample), policy);
  if (own == AnomalyLevel.NORMAL && level == AnomalyLevel.NORMAL) {
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
