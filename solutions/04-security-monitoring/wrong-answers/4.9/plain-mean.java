// file: monitoring/Baseline.java
// wrong: all samples count the same, however old
public void add(double sample) {
  samples++;
  double distance = sample - mean;
  mean += distance / samples;
  variance += (distance * (sample - mean) - variance) / samples;
}
