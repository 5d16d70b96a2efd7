package lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import course.goplugin.StdioData;
import course.goplugin.StdioData.Channel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StdioBufferTest {
  private static final int CAPACITY = 64 * 1024;

  private final StdioBuffer buffer = new StdioBuffer();

  /// A host's first calls are on their way together: the one that ends the plugin may overtake the
  /// one that reads.
  @Test
  void waitsForAFirstReaderThatIsLateAtTheEnd() throws Exception {
    add(Channel.STDOUT, "last words");
    Thread ending = Thread.ofPlatform().daemon().start(buffer::close);
    await().until(() -> ending.getState() == Thread.State.TIMED_WAITING);

    buffer.addReader();
    assertThat(take()).isEqualTo(piece(Channel.STDOUT, "last words"));
    buffer.removeReader();

    assertThat(ending.join(Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void keepsOrderAndChannels() throws InterruptedException {
    add(Channel.STDOUT, "one");
    add(Channel.STDERR, "two");

    assertThat(take()).isEqualTo(piece(Channel.STDOUT, "one"));
    assertThat(take()).isEqualTo(piece(Channel.STDERR, "two"));
  }

  @Test
  void sendsPiecesOfAKibibyteAtMost() throws InterruptedException {
    add(Channel.STDOUT, "x".repeat(2_500));

    assertThat(List.of(take(), take(), take()))
        .extracting(piece -> piece.getData().size())
        .containsExactly(1_024, 1_024, 452);
  }

  @Test
  void forgetsTheOldestWhileNoOneReads() throws InterruptedException {
    buffer.addReader();
    buffer.removeReader();
    add(Channel.STDOUT, "old");
    add(Channel.STDOUT, "y".repeat(CAPACITY));

    assertThat(take().getData().toStringUtf8()).startsWith("y");
  }

  @Test
  void forgetsTheOldestWhenNoReaderCame() throws InterruptedException {
    StdioBuffer impatient = new StdioBuffer(Duration.ofMillis(1));
    byte[] bytes = "y".repeat(CAPACITY).getBytes(StandardCharsets.UTF_8);
    impatient.add(Channel.STDERR, bytes, 0, 1);
    impatient.add(Channel.STDOUT, bytes, 0, bytes.length);

    assertThat(impatient.take().orElseThrow().getChannel()).isEqualTo(Channel.STDOUT);
  }

  /// A host that has just connected is about to read: nothing may be lost until then.
  @Test
  void waitsForTheFirstReader() throws Exception {
    StdioBuffer patient = new StdioBuffer(Duration.ofSeconds(30));
    byte[] bytes = new byte[CAPACITY + 1];
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> patient.add(Channel.STDOUT, bytes, 0, bytes.length));
    assertThat(writer).failsWithin(100, TimeUnit.MILLISECONDS);

    patient.addReader();
    int received = 0;
    while (received < bytes.length) {
      received += patient.take().orElseThrow().getData().size();
    }

    assertThat(writer).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void aWriterWaitsForRoomWhileAHostReads() throws Exception {
    buffer.addReader();
    add(Channel.STDOUT, "z".repeat(CAPACITY));
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> add(Channel.STDOUT, "the last"));

    assertThat(writer).failsWithin(100, TimeUnit.MILLISECONDS);
    List<String> taken = new ArrayList<>();
    for (int i = 0; i < CAPACITY / 1_024 + 1; i++) {
      taken.add(take().getData().toStringUtf8());
    }

    assertThat(taken.getLast()).isEqualTo("the last");
  }

  @Test
  void aWaitingWriterGoesOnWhenTheLastReaderLeaves() {
    buffer.addReader();
    buffer.addReader();
    add(Channel.STDOUT, "z".repeat(CAPACITY));
    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> add(Channel.STDOUT, "the last"));

    buffer.removeReader();
    buffer.removeReader();

    assertThat(writer).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void oneOfTwoReadersLeavesTheOtherReading() {
    buffer.addReader();
    buffer.addReader();
    buffer.removeReader();
    add(Channel.STDOUT, "z".repeat(CAPACITY));

    CompletableFuture<Void> writer =
        CompletableFuture.runAsync(() -> add(Channel.STDOUT, "the last"));

    assertThat(writer).failsWithin(50, TimeUnit.MILLISECONDS);
    buffer.close();
    assertThat(writer).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void closeWaitsUntilTheRestIsFetched() throws Exception {
    buffer.addReader();
    add(Channel.STDOUT, "rest");
    CompletableFuture<Void> close = CompletableFuture.runAsync(buffer::close);

    assertThat(take()).isEqualTo(piece(Channel.STDOUT, "rest"));
    assertThat(buffer.take()).as("closed, and all is fetched").isEmpty();
    buffer.removeReader();

    assertThat(close).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void closeDoesNotWaitForEver() {
    buffer.addReader();
    add(Channel.STDOUT, "rest");

    assertThat(CompletableFuture.runAsync(buffer::close)).succeedsWithin(Duration.ofSeconds(5));
  }

  @Test
  void takesNothingAfterClose() throws InterruptedException {
    buffer.close();
    add(Channel.STDOUT, "late");

    assertThat(buffer.take()).isEmpty();
  }

  private void add(Channel channel, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    buffer.add(channel, bytes, 0, bytes.length);
  }

  private StdioData take() throws InterruptedException {
    Optional<StdioData> piece = buffer.take();
    return piece.orElseThrow();
  }

  private static StdioData piece(Channel channel, String text) {
    return StdioData.newBuilder()
        .setChannel(channel)
        .setData(ByteString.copyFromUtf8(text))
        .build();
  }
}
