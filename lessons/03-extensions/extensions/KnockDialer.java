package extensions;

import course.goplugin.ConnInfo;
import io.netty.channel.EventLoopGroup;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Knocks before a stream is opened, so that the other side knows whom the stream is for.
///
/// A stream itself does not say it. So there is one knock at a time: the next waits until the
/// stream of the one before is on its way (go-plugin: `GRPCBroker.dialMutex`). Never blocks. Safe
/// for use by many threads.
final class KnockDialer {
  private final BrokerOutbox outbox;
  private final EventLoopGroup timers;
  private final Object lock = new Object();
  private final Queue<Knock> waiting = new ArrayDeque<>();
  private @Nullable Knock current;
  private @Nullable String ended;

  /// @param timers bounds the time to an answer
  KnockDialer(BrokerOutbox outbox, EventLoopGroup timers) {
    this.outbox = outbox;
    this.timers = timers;
  }

  /// One knock; completes when its stream may be opened.
  private final class Knock {
    final int streamId;
    final CompletableFuture<Runnable> entered = new CompletableFuture<>();

    Knock(int streamId) {
      this.streamId = streamId;
    }

    void succeed() {
      entered.complete(() -> leave(this));
    }

    void fail(BrokerException error) {
      if (entered.completeExceptionally(error)) {
        leave(this);
      }
    }
  }

  /// Asks for a stream.
  ///
  /// @return completes with what to run once the stream's opening is on the wire or has failed; or
  ///   with a [BrokerException] if the other side refuses, or does not answer within 5 s
  CompletableFuture<Runnable> enter(int streamId) {
    Knock knock = new Knock(streamId);
    String over;
    synchronized (lock) {
      over = ended;
      waiting.add(knock);
    }
    if (over != null) {
      knock.fail(BrokerException.of(streamId, over));
    } else {
      next();
    }
    return knock.entered;
  }

  private void leave(Knock knock) {
    synchronized (lock) {
      waiting.remove(knock);
      if (current != knock) {
        return;
      }
      current = null;
    }
    next();
  }

  private void next() {
    Knock knock;
    synchronized (lock) {
      knock = current == null ? waiting.poll() : null;
      if (knock == null) {
        return;
      }
      current = knock;
    }
    ConnInfo message =
        ConnInfo.newBuilder()
            .setServiceId(knock.streamId)
            .setKnock(ConnInfo.Knock.newBuilder().setKnock(true))
            .build();
    try {
      timers.schedule(
          () -> knock.fail(BrokerException.noAnswerToKnock(knock.streamId)),
          Announcements.TIMEOUT.toMillis(),
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      knock.fail(BrokerException.of(knock.streamId, "the connection is closed", e));
      return;
    }
    if (!outbox.trySend(message)) {
      knock.fail(BrokerException.of(knock.streamId, "the connection has ended"));
    }
  }

  /// Takes the answer to a knock. One that nobody waits for is dropped.
  void answered(ConnInfo answer) {
    Knock knock;
    synchronized (lock) {
      knock = current;
    }
    if (knock == null || knock.streamId != answer.getServiceId()) {
      return;
    }
    String error = answer.getKnock().getError();
    if (error.isEmpty()) {
      knock.succeed();
    } else {
      knock.fail(BrokerException.refused(knock.streamId, shortened(error)));
    }
  }

  /// The text is the other side's: it must not flood logs.
  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "...";
  }

  /// Lets all who wait fail, and all who will come.
  void end(String why) {
    List<Knock> all = new ArrayList<>();
    synchronized (lock) {
      if (ended == null) {
        ended = why;
      }
      all.addAll(waiting);
      if (current != null) {
        all.add(current);
      }
    }
    all.forEach(knock -> knock.fail(BrokerException.of(knock.streamId, why)));
  }
}
