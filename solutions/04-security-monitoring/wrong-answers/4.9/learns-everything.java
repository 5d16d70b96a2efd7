// file: monitoring/AnomalyDetector.java
// wrong: what is unusual becomes usual
public AnomalyLevel judge(double sample) {
  if (baseline.samples() < policy.learning()) {
    baseline.add(sample);
    return level;
  }
  AnomalyLevel own = AnomalyLevel.of(baseline.score(sample), policy);
  baseline.add(sample);
  count(own);
  if (higher == policy.up()) {
    enter(leastOfRun);
  } else if (lower == policy.down()) {
    enter(level.lower());
  }
  return level;
}
