package monitoring;

import course.Exercise;
import course.ExerciseNotDone;

/// Judges one figure of one plugin, sample by sample: against its own past, and with patience. Not
/// safe for use by many threads.
///
/// A single high sample is no anomaly, nor does a single low one end it (hysteresis): otherwise a
/// plugin at the border would be throttled and freed in turn. And what is unusual is not learnt:
/// otherwise whoever grows slowly, or lasts long enough, would become usual.
public final class AnomalyDetector {
  private final AnomalyPolicy policy;
  private final Baseline baseline;
  private AnomalyLevel level = AnomalyLevel.NORMAL;
  private AnomalyLevel leastOfRun = AnomalyLevel.NORMAL;
  private int higher;
  private int lower;

  /// One that knows nothing yet.
  public AnomalyDetector(AnomalyPolicy policy) {
    this.policy = policy;
    this.baseline = new Baseline(policy.weight(), policy.floor());
  }

  /// Judges a sample.
  ///
  /// Exercise 4.9. While fewer samples than [AnomalyPolicy#learning] have come, all are
  /// [AnomalyLevel#NORMAL] and learnt. From then on a sample's own level is that of its score. `up`
  /// samples in a row above the level that holds raise it, to the lowest level among these samples.
  /// `down` samples in a row below it lower it by one. A sample on the level itself begins both
  /// counts anew. Only samples whose own level is normal, while the level that holds is normal, are
  /// learnt.
  ///
  /// @return the level that holds from now on
  @Exercise("4.9")
  public AnomalyLevel judge(double sample) {
    ExerciseNotDone.report("4.9");
    return level;
  }

  /// Counts a sample of that level into the row that it goes on with or begins.
  void count(AnomalyLevel own) {
    int compared = own.compareTo(level);
    if (compared > 0) {
      leastOfRun = higher == 0 || own.compareTo(leastOfRun) < 0 ? own : leastOfRun;
    }
    higher = compared > 0 ? higher + 1 : 0;
    lower = compared < 0 ? lower + 1 : 0;
  }

  /// From now on that level holds, and both rows begin anew.
  void enter(AnomalyLevel next) {
    level = next;
    higher = 0;
    lower = 0;
  }

  /// The level that holds.
  public AnomalyLevel level() {
    return level;
  }

  /// What is usual.
  public Baseline baseline() {
    return baseline;
  }
}
