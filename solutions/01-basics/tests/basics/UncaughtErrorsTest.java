package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import course.calculator.v1.CalculatorGrpc;
import course.calculator.v1.Operands;
import course.calculator.v1.Result;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UncaughtErrorsTest {
  private static final Metadata.Key<String> KEY =
      Metadata.Key.of("reason", Metadata.ASCII_STRING_MARSHALLER);

  private final FailingService service = new FailingService();
  private final ListeningServer server = start(service);
  private final PluginConnection connection = PluginConnection.open(server.address());

  private static ListeningServer start(FailingService service) {
    Logging.toStderr();
    return UnixListener.inTempDirectory().listen(builder -> builder.addService(service));
  }

  @BeforeAll
  void answersAtAll() {
    service.reaction = FailingService::complete;

    assertThat(stub().add(Operands.getDefaultInstance())).isEqualTo(Result.getDefaultInstance());
  }

  @AfterAll
  void close() {
    connection.close();
    server.close();
  }

  @Test
  void anyExceptionIsInternalWithItsText() {
    service.throwing(new IllegalStateException("the drum is empty"));

    Status status = failure().getStatus();

    assertThat(status.getCode()).isEqualTo(Status.Code.INTERNAL);
    assertThat(status.getDescription())
        .isEqualTo("java.lang.IllegalStateException: the drum is empty");
  }

  @Test
  void anUnsupportedOperationIsUnimplemented() {
    service.throwing(new UnsupportedOperationException("not yet"));

    Status status = failure().getStatus();

    assertThat(status.getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
    assertThat(status.getDescription()).isEqualTo("not yet");
  }

  @Test
  void anUnsupportedOperationWithoutATextIsUnimplementedToo() {
    service.throwing(new UnsupportedOperationException());

    assertThat(failure().getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED);
  }

  @Test
  void aStatusKeepsCodeTextAndTrailers() {
    Metadata trailers = new Metadata();
    trailers.put(KEY, "quota");
    service.throwing(
        Status.RESOURCE_EXHAUSTED.withDescription("too much").asRuntimeException(trailers));

    StatusRuntimeException failure = failure();

    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED);
    assertThat(failure.getStatus().getDescription()).isEqualTo("too much");
    Metadata received = Status.trailersFromThrowable(failure);
    assertThat(received)
        .isNotNull()
        .satisfies(each -> assertThat(each.get(KEY)).isEqualTo("quota"));
  }

  @Test
  void aThrowAfterTheAnswerChangesNothing() {
    service.reaction =
        answer -> {
          FailingService.complete(answer);
          throw new IllegalStateException("too late");
        };

    assertThat(stub().add(Operands.getDefaultInstance())).isEqualTo(Result.getDefaultInstance());
  }

  @Test
  void thePluginGoesOn() {
    service.throwing(new IllegalStateException("the drum is empty"));
    failure();
    service.reaction = FailingService::complete;

    assertThat(stub().add(Operands.getDefaultInstance())).isEqualTo(Result.getDefaultInstance());
  }

  private StatusRuntimeException failure() {
    return catchThrowableOfType(
        StatusRuntimeException.class, () -> stub().add(Operands.getDefaultInstance()));
  }

  private CalculatorGrpc.CalculatorBlockingStub stub() {
    return CalculatorGrpc.newBlockingStub(connection.channel())
        .withDeadlineAfter(10, TimeUnit.SECONDS);
  }

  private static final class FailingService extends CalculatorGrpc.CalculatorImplBase {
    volatile Consumer<StreamObserver<Result>> reaction = FailingService::complete;

    static void complete(StreamObserver<Result> answer) {
      answer.onNext(Result.getDefaultInstance());
      answer.onCompleted();
    }

    void throwing(RuntimeException error) {
      reaction =
          answer -> {
            throw error;
          };
    }

    @Override
    public void add(Operands operands, StreamObserver<Result> answer) {
      reaction.accept(answer);
    }
  }
}
