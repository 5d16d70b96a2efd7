package security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedStreamTest {
  private final AtomicLong clock = new AtomicLong();

  private PacedStream stream(int size, int bytesPerSecond) {
    return new PacedStream(
        new ByteArrayInputStream(new byte[size]),
        bytesPerSecond,
        clock::get,
        pause -> clock.addAndGet(pause.toNanos()));
  }

  @Test
  void givesASecondsWorthAtOnceAndTheRestInItsTime() throws IOException {
    try (PacedStream stream = stream(10_000, 1000)) {
      assertThat(stream.readNBytes(1000)).hasSize(1000);
      assertThat(clock.get()).isZero();
      assertThat(stream.readAllBytes()).hasSize(9000);
      assertThat(clock.get() / 1e9).isBetween(8.99, 9.01);
    }
  }

  @Test
  void neverPausesForOneWhoWritesLittle() throws IOException {
    try (PacedStream stream = stream(10_000, 1000)) {
      for (int i = 0; i < 10_000; i++) {
        clock.addAndGet(1_000_000);
        long before = clock.get();
        assertThat(stream.read()).isZero();
        assertThat(clock.get()).isEqualTo(before);
      }
      assertThat(stream.read()).isEqualTo(-1);
    }
  }
}
