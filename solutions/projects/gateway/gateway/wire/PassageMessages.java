package gateway.wire;

import gateway.Passage;
import java.time.Duration;
import java.time.Instant;

/// A [Passage] as it crosses the wire.
final class PassageMessages {
  private PassageMessages() {}

  static course.gateway.v1.Passage write(Passage passage) {
    return course.gateway.v1.Passage.newBuilder()
        .setAtEpochMillis(passage.at().toEpochMilli())
        .setMethod(passage.method())
        .setPath(passage.path())
        .setStatus(passage.status())
        .setSubject(passage.subject())
        .setTookNanos(passage.took().toNanos())
        .build();
  }

  static Passage read(course.gateway.v1.Passage message) {
    return new Passage(
        Instant.ofEpochMilli(message.getAtEpochMillis()),
        message.getMethod(),
        message.getPath(),
        message.getStatus(),
        message.getSubject(),
        Duration.ofNanos(message.getTookNanos()));
  }
}
