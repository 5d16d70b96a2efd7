// file: monitoring/Baseline.java
// wrong: takes the distance to the mean as it is after the sample
public void add(double sample) {
  if (samples == 0) {
    mean = sample;
  } else {
    mean += weight * (sample - mean);
    double distance = sample - mean;
    variance = (1 - weight) * (variance + weight * distance * distance);
  }
  samples++;
}
