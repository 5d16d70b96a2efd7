package monitoring;

import course.Exercise;
import course.ExerciseNotDone;

/// What is usual for a figure that comes again and again, such as calls in a second: its mean and
/// how far it strays from it, where what is long past counts less and less (exponentially weighted
/// moving average). Not safe for use by many threads.
public final class Baseline {
  private final double weight;
  private final double floor;
  private double mean;
  private double variance;
  private long samples;

  /// @param weight what the newest sample counts, more than 0 and less than 1; 0.1 looks back on
  ///   about the last twenty
  /// @param floor the deviation is never taken to be smaller: for figures that hardly ever change
  /// @throws IllegalArgumentException if one of them is out of range
  public Baseline(double weight, double floor) {
    if (!(weight > 0 && weight < 1) || !(floor > 0)) {
      throw new IllegalArgumentException("not 0 < weight < 1, 0 < floor: " + weight + ", " + floor);
    }
    this.weight = weight;
    this.floor = floor;
  }

  /// Takes in a sample.
  ///
  /// Exercise 4.9, with [AnomalyDetector#judge]. The first one is the mean, and nothing strays yet.
  /// From then on, with `d` the sample minus the mean so far and `w` the weight: the mean grows by
  /// `w * d`, and the variance becomes `(1 - w) * (variance + w * d * d)`.
  @Exercise("4.9")
  public void add(double sample) {
    ExerciseNotDone.report("4.9");
    samples++;
  }

  /// How many deviations a sample lies above the mean; negative if it lies below. The deviation is
  /// the square root of the variance, or the floor if that is more. Changes nothing.
  public double score(double sample) {
    return (sample - mean) / deviation();
  }

  /// The mean; zero before the first sample.
  public double mean() {
    return mean;
  }

  /// How far samples stray from the mean, at least the floor.
  public double deviation() {
    return Math.max(floor, Math.sqrt(variance));
  }

  /// How many samples were taken in.
  public long samples() {
    return samples;
  }
}
