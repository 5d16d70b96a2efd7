// file: monitoring/Baseline.java
// wrong: the first sample is weighed against zero
public void add(double sample) {
  double distance = sample - mean;
  mean += weight * distance;
  variance = (1 - weight) * (variance + weight * distance * distance);
  samples++;
}
