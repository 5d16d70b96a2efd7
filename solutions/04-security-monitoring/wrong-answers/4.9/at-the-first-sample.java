// file: monitoring/AnomalyDetector.java
// wrong: one sample is enough
public AnomalyLevel judge(double sample) {
  if (baseline.samples() < policy.learning()) {
    baseline.add(sample);
    return level;
  }
  AnomalyLevel own = AnomalyLevel.of(baseline.score(sample), policy);
  if (own == AnomalyLevel.NORMAL && level == AnomalyLevel.NORMAL) {
    baseline.add(sample);
  }
  enter(own);
  return level;
}
