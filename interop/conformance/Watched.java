package conformance;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The answers of a stream: the first one, and how it ended.
final class Watched<T> implements StreamObserver<T> {
  private final CompletableFuture<Optional<T>> first = new CompletableFuture<>();
  private final CompletableFuture<Status> end = new CompletableFuture<>();

  @Override
  public void onNext(T value) {
    first.complete(Optional.of(value));
  }

  @Override
  public void onError(Throwable error) {
    end.complete(Status.fromThrowable(error));
    first.complete(Optional.empty());
  }

  @Override
  public void onCompleted() {
    end.complete(Status.OK);
    first.complete(Optional.empty());
  }

  /// The first answer; empty if there is none in time.
  Optional<T> first(Duration timeout) throws InterruptedException {
    return await(first, timeout).flatMap(value -> value);
  }

  /// How it ended; empty if it is still open after that time.
  Optional<Status> awaitEnd(Duration timeout) throws InterruptedException {
    return await(end, timeout);
  }

  /// How it ended; empty if it is still open.
  Optional<Status> end() {
    return Optional.ofNullable(end.getNow(null));
  }

  private static <V> Optional<V> await(CompletableFuture<V> future, Duration timeout)
      throws InterruptedException {
    try {
      return Optional.of(future.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("these futures never complete exceptionally", e);
    }
  }
}
