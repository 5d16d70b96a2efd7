package extensions;

import contract.HostServices;
import contract.JobStoppedException;
import contract.PrimeCounter;
import contract.Progress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Counts primes by the sieve of Eratosthenes, one segment of numbers after the other.
///
/// After each segment it keeps what it has with the host, and tells the host. So it needs 1 MiB,
/// whatever the limit is, and a job that was broken off loses one segment.
public final class SegmentedPrimeCounter implements PrimeCounter {
  private static final int SEGMENT = 1 << 20;

  @Override
  public long count(long below, HostServices host) {
    if (below < 0 || below > HIGHEST) {
      throw new IllegalArgumentException("below not in 0..%d: %d".formatted(HIGHEST, below));
    }
    String key = "primes/" + below;
    Kept kept = host.store().get(key).flatMap(bytes -> Kept.of(bytes, below)).orElse(Kept.NONE);
    int[] small = smallPrimes((int) Math.sqrt((double) below) + 1);
    while (kept.next() < below) {
      requireWanted();
      long end = Math.min(below, kept.next() + SEGMENT);
      kept = new Kept(end, kept.count() + countSegment(kept.next(), end, small));
      host.store().put(key, kept.bytes());
      host.progress().report(new Progress(end, below, kept.count() + " primes so far"));
    }
    host.store().remove(key);
    return kept.count();
  }

  /// Between two calls to the host an interrupt is all that tells of the job's end.
  private static void requireWanted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new JobStoppedException(
          JobStoppedException.Reason.CANCELLED, "the job was cancelled while it counted");
    }
  }

  private static long countSegment(long from, long to, int[] small) {
    boolean[] composite = new boolean[(int) (to - from)];
    for (int prime : small) {
      long square = (long) prime * prime;
      if (square >= to) {
        break;
      }
      long first = Math.max(square, (from + prime - 1) / prime * prime);
      for (long multiple = first; multiple < to; multiple += prime) {
        composite[(int) (multiple - from)] = true;
      }
    }
    long count = 0;
    for (long number = Math.max(2, from); number < to; number++) {
      count += composite[(int) (number - from)] ? 0 : 1;
    }
    return count;
  }

  private static int[] smallPrimes(int highest) {
    boolean[] composite = new boolean[highest + 1];
    int[] primes = new int[highest + 1];
    int size = 0;
    for (int number = 2; number <= highest; number++) {
      if (!composite[number]) {
        primes[size++] = number;
        for (long multiple = (long) number * number; multiple <= highest; multiple += number) {
          composite[(int) multiple] = true;
        }
      }
    }
    return Arrays.copyOf(primes, size);
  }

  /// What was found before a job was broken off.
  ///
  /// @param next the first number that was not looked at
  /// @param count how many primes there are below it
  private record Kept(long next, long count) {
    static final Kept NONE = new Kept(0, 0);

    /// Empty if the bytes cannot be of this job: they are the host's, and an older version of this
    /// plugin may have written them.
    static Optional<Kept> of(byte[] bytes, long below) {
      if (bytes.length != 2 * Long.BYTES) {
        return Optional.empty();
      }
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      Kept kept = new Kept(buffer.getLong(), buffer.getLong());
      boolean possible =
          kept.next >= 0 && kept.next <= below && kept.count >= 0 && kept.count <= kept.next;
      return possible ? Optional.of(kept) : Optional.empty();
    }

    byte[] bytes() {
      return ByteBuffer.allocate(2 * Long.BYTES).putLong(next).putLong(count).array();
    }
  }
}
