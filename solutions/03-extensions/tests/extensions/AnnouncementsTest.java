package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import basics.Logging;
import course.goplugin.ConnInfo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How long what the other side announces is kept, and for whom.
class AnnouncementsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Announcements announcements = new Announcements(nanos::get);

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  private static ConnInfo announcement(int streamId, String address) {
    return ConnInfo.newBuilder()
        .setServiceId(streamId)
        .setNetwork("unix")
        .setAddress(address)
        .build();
  }

  @Test
  @Tag("case-71")
  void isKeptForFiveSeconds() {
    announcements.arrived(announcement(1, "first"));
    announcements.arrived(announcement(2, "second"));
    nanos.set(Duration.ofSeconds(5).toNanos() - 1);
    assertThat(announcements.take(1).getAddress()).isEqualTo("first");

    nanos.set(Duration.ofSeconds(5).toNanos());

    assertThat(announcements.size()).isZero();
    announcements.arrived(announcement(2, "third"));
    assertThat(announcements.take(2).getAddress()).isEqualTo("third");
  }

  @Test
  @Tag("case-72")
  void aSecondForTheSameIdIsDroppedWhileTheFirstWaits() {
    announcements.arrived(announcement(1, "first"));
    announcements.arrived(announcement(1, "second"));

    assertThat(announcements.size()).isEqualTo(1);
    assertThat(announcements.take(1).getAddress()).isEqualTo("first");
    assertThat(announcements.size()).isZero();
  }

  @Test
  @Tag("case-73")
  void servesOneDial() {
    announcements.arrived(announcement(1, "only"));
    assertThat(announcements.take(1).getAddress()).isEqualTo("only");

    assertThatThrownBy(() -> announcements.take(1))
        .isInstanceOf(BrokerException.class)
        .hasMessageContainingAll("broker stream 1", "timeout waiting for connection info", "once");
  }

  @Test
  void reachesTheOneWhoWaits() {
    CompletableFuture<ConnInfo> dial = CompletableFuture.supplyAsync(() -> announcements.take(1));

    announcements.arrived(announcement(2, "not this"));
    announcements.arrived(announcement(1, "this"));

    assertThat(dial)
        .succeedsWithin(Duration.ofSeconds(3))
        .extracting(ConnInfo::getAddress)
        .isEqualTo("this");
  }

  @Test
  void theEndReachesTheOneWhoWaits() {
    CompletableFuture<ConnInfo> dial = CompletableFuture.supplyAsync(() -> announcements.take(1));

    announcements.end("all is over");
    announcements.end("once more");

    assertThat(dial)
        .failsWithin(Duration.ofSeconds(3))
        .withThrowableThat()
        .withMessageContaining("broker stream 1: all is over");
    announcements.arrived(announcement(1, "too late"));
    assertThat(announcements.size()).isZero();
  }

  @Test
  void theRoomIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      announcements.arrived(announcement(i, "address"));
    }
    announcements.arrived(announcement(20_000, "x".repeat(Announcements.MAX_BYTES)));

    assertThat(announcements.size()).isEqualTo(Announcements.MAX_WAITING);
    nanos.set(Duration.ofSeconds(5).toNanos());
    announcements.arrived(announcement(20_000, "x".repeat(Announcements.MAX_BYTES)));
    assertThat(announcements.size()).isZero();
  }
}
