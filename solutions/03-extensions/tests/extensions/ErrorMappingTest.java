package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import basics.CalculatorClient;
import basics.CalculatorErrorToStatus;
import basics.CalculatorImpl;
import basics.CalculatorService;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import contract.Calculator;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.CodedCalculatorException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import course.scientific.v1.Number;
import course.scientific.v1.ScientificGrpc;
import course.scientific.v1.SqrtRequest;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lifecycle.ServiceSet;
import lifecycle.TestPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Errors of a calculator on their way to the host, over a real connection.
class ErrorMappingTest {
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);

  /// What a host's client throws where the plugin's service answers with that failure.
  private static CalculatorException sent(Supplier<StatusRuntimeException> failure) {
    ScientificGrpc.ScientificImplBase service =
        new ScientificGrpc.ScientificImplBase() {
          @Override
          public void sqrt(SqrtRequest request, StreamObserver<Number> answer) {
            answer.onError(failure.get());
          }
        };
    try (TestPair pair = TestPair.of(ServiceSet.of("scientific", () -> service))) {
      return catchThrowableOfType(
          CalculatorException.class, () -> new ScientificClient(pair.channel()).sqrt(4));
    }
  }

  private static CalculatorError error(String code) {
    return CalculatorError.of(code, "what happened \u00e4\u20ac\ud83d\ude00")
        .withDetail("operation", "power")
        .withDetail("limit", "1.7976931348623157E308")
        .withViolation("base", "is 10.0")
        .withViolation("exponent", "is 400.0");
  }

  static Stream<CalculatorException> errors() {
    return Stream.of(
        new DivisionByZeroException(error(CalculatorError.DIVISION_BY_ZERO)),
        new InvalidOperandException(error(CalculatorError.INVALID_OPERAND)),
        new ResultOutOfRangeException(error(CalculatorError.RESULT_OUT_OF_RANGE)),
        new NotInitializedException(error(CalculatorError.NOT_INITIALIZED)),
        new OperationNotSupportedException(error(CalculatorError.OPERATION_NOT_SUPPORTED)),
        new CodedCalculatorException(error(CalculatorError.NOTHING_TO_UNDO)),
        new CodedCalculatorException(error("COMPLEX_RESULT_OF_VERSION_9")),
        new DivisionByZeroException("no details"));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void anErrorArrivesWholeWithItsType(CalculatorException error) {
    CalculatorException arrived = sent(() -> ErrorToStatus.map(error));

    assertThat(arrived).hasSameClassAs(error).hasMessage(error.getMessage());
    assertThat(arrived.error()).isEqualTo(error.error());
  }

  /// A host that is a plugin of another host passes on what it does not know.
  @Test
  void anUnknownCodeSurvivesASecondPassage() {
    CalculatorError unknown = error("COMPLEX_RESULT_OF_VERSION_9");

    CalculatorException once = sent(() -> ErrorToStatus.map(new CodedCalculatorException(unknown)));
    CalculatorException twice = sent(() -> ErrorToStatus.map(once));

    assertThat(twice).isInstanceOf(CodedCalculatorException.class);
    assertThat(twice.error()).contains(unknown);
  }

  @Test
  void speaksTheFormsThatOtherLanguagesRead() {
    CalculatorError error = error(CalculatorError.INVALID_OPERAND);

    StatusRuntimeException failure = ErrorToStatus.map(new InvalidOperandException(error));

    com.google.rpc.Status status = Objects.requireNonNull(StatusProto.fromThrowable(failure));
    assertThat(failure.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    assertThat(status.getDetailsList())
        .containsExactly(
            Any.pack(
                ErrorInfo.newBuilder()
                    .setDomain("calculator.course")
                    .setReason("INVALID_OPERAND")
                    .putAllMetadata(error.details())
                    .build()),
            Any.pack(
                BadRequest.newBuilder()
                    .addFieldViolations(violation("base", "is 10.0"))
                    .addFieldViolations(violation("exponent", "is 400.0"))
                    .build()));
    assertThat(
            Objects.requireNonNull(failure.getTrailers()).get(CalculatorErrorToStatus.ERROR_NAME))
        .as("for hosts of lesson 1")
        .isEqualTo("INVALID_OPERAND");
  }

  private static BadRequest.FieldViolation violation(String field, String text) {
    return BadRequest.FieldViolation.newBuilder().setField(field).setDescription(text).build();
  }

  @ParameterizedTest
  @EnumSource(
      value = Status.Code.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"OK", "UNIMPLEMENTED"})
  void aTransportErrorIsNoErrorOfTheCalculator(Status.Code code) {
    CalculatorException arrived =
        sent(() -> code.toStatus().withDescription("the wire").asRuntimeException());

    assertThat(arrived)
        .isInstanceOf(CalculatorUnavailableException.class)
        .hasMessageContainingAll("sqrt", code.name(), "the wire")
        .hasCauseInstanceOf(StatusRuntimeException.class);
    assertThat(arrived.error()).as("the calculator said nothing").isEmpty();
  }

  @Test
  void whatAPluginCouldNotReachIsATransportErrorForItsHostToo() {
    CalculatorException arrived =
        sent(
            () ->
                ErrorToStatus.map(
                    new CalculatorUnavailableException("its own plugin is gone", new Exception())));

    assertThat(arrived)
        .isInstanceOf(CalculatorUnavailableException.class)
        .hasMessageContainingAll("UNAVAILABLE", "its own plugin is gone");
  }

  static Stream<com.google.rpc.Status> foreign() {
    ErrorInfo ours =
        ErrorInfo.newBuilder()
            .setDomain(ErrorToStatus.DOMAIN)
            .setReason("DIVISION_BY_ZERO")
            .build();
    ByteString garbage = ByteString.copyFromUtf8("\u0007garbage");
    return Stream.of(
        status(3),
        status(3, Any.pack(ours.toBuilder().setDomain("googleapis.com").build())),
        status(3, Any.pack(ours.toBuilder().clearDomain().build())),
        status(3, Any.pack(ours.toBuilder().setReason("").build())),
        status(3, Any.pack(ours.toBuilder().setReason("lower case").build())),
        status(3, Any.newBuilder().setTypeUrl("type.googleapis.com/not.Known").build()),
        status(3, Any.pack(ours).toBuilder().setValue(garbage).build()),
        // It contradicts the gRPC status, which is INVALID_ARGUMENT.
        status(5, Any.pack(ours)));
  }

  private static com.google.rpc.Status status(int code, Any... details) {
    return com.google.rpc.Status.newBuilder()
        .setCode(code)
        .setMessage("foreign")
        .addAllDetails(List.of(details))
        .build();
  }

  @ParameterizedTest
  @MethodSource("foreign")
  void detailsOfSomeoneElseAreNoErrorOfTheCalculator(com.google.rpc.Status details) {
    assertThat(sent(() -> withDetails(details.toByteArray())))
        .isInstanceOf(CalculatorUnavailableException.class);
  }

  @Test
  void detailsThatAreNoMessageAreNoErrorOfTheCalculator() {
    byte[] garbage = "\u0007garbage".getBytes(StandardCharsets.UTF_8);

    assertThat(sent(() -> withDetails(garbage))).isInstanceOf(CalculatorUnavailableException.class);
  }

  private static StatusRuntimeException withDetails(byte[] details) {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, details);
    return Status.INVALID_ARGUMENT.withDescription("foreign").asRuntimeException(trailers);
  }

  /// More than 8 KiB of trailers would be a transport error, and the host would learn nothing.
  @ParameterizedTest
  @MethodSource("longTexts")
  void anErrorThatIsTooLongArrivesCut(String text) {
    CalculatorError huge =
        new CalculatorError(
                CalculatorError.RESULT_OUT_OF_RANGE,
                text.repeat(5_000),
                Map.of("a", "b"),
                List.of())
            .withViolation("n", text.repeat(5_000))
            .withDetail("z", text.repeat(5_000));
    for (int i = 0; i < 300; i++) {
      huge = huge.withDetail("name" + i, text.repeat(10));
    }
    CalculatorException error = new ResultOutOfRangeException(huge);

    CalculatorException arrived = sent(() -> ErrorToStatus.map(error));

    assertThat(arrived).isInstanceOf(ResultOutOfRangeException.class).hasMessageEndingWith("...");
    assertThat(arrived.getMessage()).startsWith(text.repeat(50));
    assertThat(arrived.error().orElseThrow().details())
        .containsEntry("a", "b")
        .containsEntry("truncated", "true")
        .doesNotContainKey("z");
  }

  static Stream<String> longTexts() {
    return Stream.of("x", "%", "\u00e4", "\u20ac", "\ud83d\ude00");
  }

  /// A plugin of lesson 1: its trailer, no details.
  @Test
  void lessonOnesErrorsAreUnderstood() {
    try (TestPair pair = TestPair.of(() -> new CalculatorService(new CalculatorImpl()))) {
      Calculator calculator = new ScientificClient(pair.channel());

      assertThatThrownBy(() -> calculator.add(1, 2)).isInstanceOf(NotInitializedException.class);
      calculator.initialize();
      assertThatThrownBy(() -> calculator.divide(1, 0))
          .isInstanceOfSatisfying(
              DivisionByZeroException.class,
              e ->
                  assertThat(e.error())
                      .contains(CalculatorError.of("DIVISION_BY_ZERO", "1.0 / 0.0")));
    }
  }

  /// A host of lesson 1 and a plugin that sends details.
  @Test
  void hostsOfLessonOneUnderstandErrorsWithDetails() {
    try (TestPair pair =
        TestPair.of(() -> new CalculatorService(new CalculatorImpl(), ErrorToStatus::map))) {
      Calculator calculator = new CalculatorClient(pair.channel());

      assertThatThrownBy(() -> calculator.add(1, 2)).isInstanceOf(NotInitializedException.class);
      calculator.initialize();
      assertThatThrownBy(() -> calculator.divide(1, 0))
          .isInstanceOf(DivisionByZeroException.class)
          .hasMessage("1.0 / 0.0");
      assertThatThrownBy(() -> calculator.add(Double.NaN, 0))
          .isInstanceOf(InvalidOperandException.class);
      assertThatThrownBy(() -> calculator.multiply(1e300, 1e300))
          .isInstanceOf(ResultOutOfRangeException.class);
    }
  }
}
