// file: monitoring/Baseline.java
// wrong: the past counts as little as the newest sample should
public void add(double sample) {
  if (samples == 0) {
    mean = sample;
  } else {
    double distance = sample - mean;
    mean += (1 - weight) * distance;
    variance = weight * (variance + (1 - weight) * distance * distance);
  }
  samples++;
}
