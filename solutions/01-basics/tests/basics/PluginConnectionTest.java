package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import contract.CalculatorUnavailableException;
import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PluginConnectionTest {
  private static final int CALLERS = 8;
  private static final int ROUNDS = 40;

  private final CalculatorImpl calculator = new CalculatorImpl();
  private final ListeningServer server =
      UnixListener.inTempDirectory()
          .listen(builder -> builder.addService(new CalculatorService(calculator)));

  PluginConnectionTest() {
    Logging.toStderr();
    calculator.initialize();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private CalculatorClient client(PluginConnection connection) {
    return new CalculatorClient(connection.channel(), Duration.ofSeconds(30));
  }

  @Test
  void aCallAfterTheEndIsUnavailable() {
    PluginConnection connection = PluginConnection.open(server.address());
    CalculatorClient client = client(connection);
    client.add(6, 7);

    connection.close();

    assertThatExceptionOfType(CalculatorUnavailableException.class)
        .isThrownBy(() -> client.add(6, 7));
  }

  /// Whoever is slow between a call's making and its start.
  @Test
  void aCallThatWasMadeBeforeTheEndAndStartsAfterItIsUnavailable() {
    PluginConnection connection = PluginConnection.open(server.address());
    client(connection).add(6, 7);
    CallOptions limited = CallOptions.DEFAULT.withDeadlineAfter(30, TimeUnit.SECONDS);
    ClientCall<Operands, Result> call =
        connection.channel().newCall(CalculatorGrpc.getAddMethod(), limited);

    connection.close();

    BlockingQueue<Status> ends = new LinkedBlockingQueue<>();
    call.start(
        new ClientCall.Listener<>() {
          @Override
          public void onClose(Status status, Metadata trailers) {
            ends.add(status);
          }
        },
        new Metadata());
    call.request(1);
    call.sendMessage(Operands.getDefaultInstance());
    call.halfClose();
    call.cancel("enough", null);
    assertThat(ends).extracting(Status::getCode).containsExactly(Status.Code.UNAVAILABLE);
  }

  @Test
  void callsThatMeetTheEndAreUnavailable() throws Exception {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < ROUNDS; round++) {
        PluginConnection connection = PluginConnection.open(server.address());
        CalculatorClient client = client(connection);
        CountDownLatch answered = new CountDownLatch(CALLERS);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
          ends.add(callers.submit(() -> callOnAndOn(client, answered)));
        }
        answered.await();

        connection.close();

        for (Future<?> end : ends) {
          assertThatExceptionOfType(ExecutionException.class)
              .isThrownBy(end::get)
              .withCauseInstanceOf(CalculatorUnavailableException.class);
        }
      }
    }
  }

  private static Void callOnAndOn(CalculatorClient client, CountDownLatch answered) {
    client.add(6, 7);
    answered.countDown();
    while (true) {
      client.add(6, 7);
    }
  }
}
