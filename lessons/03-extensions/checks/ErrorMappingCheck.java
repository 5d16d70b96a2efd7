import static org.assertj.core.api.Assertions.assertThat;

import basics.Logging;
import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import contract.CalculatorError;
import contract.CalculatorException;
import contract.CalculatorUnavailableException;
import contract.CodedCalculatorException;
import contract.DivisionByZeroException;
import contract.InvalidOperandException;
import contract.NotInitializedException;
import contract.OperationNotSupportedException;
import contract.ResultOutOfRangeException;
import extensions.ErrorToStatus;
import extensions.StatusToError;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.Status.Code;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the plugin's side writes, what the host's side reads, then both together.
@Tag("3.2")
@DisplayName("3.2 ErrorToStatus and StatusToError")
class ErrorMappingCheck {
  private static final Metadata.Key<byte[]> DETAILS =
      Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
  private static final Metadata.Key<String> ERROR_NAME =
      Metadata.Key.of("calculator-error", Metadata.ASCII_STRING_MARSHALLER);

  @BeforeAll
  static void keepLogsShort() {
    Logging.toStderr();
  }

  private static CalculatorError data(String code) {
    return CalculatorError.of(code, "what happened")
        .withDetail("operation", "power")
        .withDetail("limit", "1.8e308")
        .withViolation("base", "is 10.0")
        .withViolation("exponent", "is 400.0");
  }

  static Stream<Arguments> errors() {
    return Stream.of(
        error(new DivisionByZeroException(data("DIVISION_BY_ZERO")), Code.INVALID_ARGUMENT),
        error(new InvalidOperandException(data("INVALID_OPERAND")), Code.INVALID_ARGUMENT),
        error(new ResultOutOfRangeException(data("RESULT_OUT_OF_RANGE")), Code.OUT_OF_RANGE),
        error(new NotInitializedException(data("NOT_INITIALIZED")), Code.FAILED_PRECONDITION),
        error(
            new OperationNotSupportedException(data("OPERATION_NOT_SUPPORTED")),
            Code.UNIMPLEMENTED),
        error(
            new CodedCalculatorException(data("OUT_OF_PAPER_IN_VERSION_9")),
            Code.FAILED_PRECONDITION));
  }

  private static Arguments error(CalculatorException error, Code code) {
    return Arguments.of(error.getClass().getSimpleName(), error, code);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("errors")
  @DisplayName("writes google.rpc.Status with ErrorInfo and BadRequest")
  void writesDetails(String name, CalculatorException error, Code code) throws Exception {
    StatusRuntimeException failure = ErrorToStatus.map(error);

    assertThat(failure.getStatus().getCode()).as("the status code of a %s", name).isEqualTo(code);
    assertThat(failure.getStatus().getDescription())
        .as("the status's description is the message")
        .isEqualTo("what happened");
    com.google.rpc.Status details = detailsOf(failure);
    assertThat(details.getCode()).as("google.rpc.Status has the same code").isEqualTo(code.value());
    assertThat(details.getMessage()).as("google.rpc.Status.message").isEqualTo("what happened");
    ErrorInfo info = find(details, ErrorInfo.class);
    assertThat(info.getReason())
        .as("ErrorInfo.reason of a %s", name)
        .isEqualTo(error.error().orElseThrow().code());
    assertThat(info.getDomain()).as("ErrorInfo.domain").isEqualTo(ErrorToStatus.DOMAIN);
    assertThat(info.getMetadataMap())
        .as("ErrorInfo.metadata holds the details")
        .isEqualTo(error.error().orElseThrow().details());
    assertThat(find(details, BadRequest.class).getFieldViolationsList())
        .as("BadRequest has a field violation for each operand, in their order")
        .extracting(field -> field.getField() + " " + field.getDescription())
        .containsExactly("base is 10.0", "exponent is 400.0");
  }

  private static com.google.rpc.Status detailsOf(StatusRuntimeException failure) throws Exception {
    Metadata trailers = failure.getTrailers();
    byte[] bytes = trailers == null ? null : trailers.get(DETAILS);
    assertThat(bytes)
        .as("there is no trailer grpc-status-details-bin: StatusProto puts it there")
        .isNotNull();
    return com.google.rpc.Status.parseFrom(bytes);
  }

  private static <T extends com.google.protobuf.Message> T find(
      com.google.rpc.Status details, Class<T> type) throws InvalidProtocolBufferException {
    for (Any detail : details.getDetailsList()) {
      if (detail.is(type)) {
        return detail.unpack(type);
      }
    }
    throw new AssertionError("the details of google.rpc.Status hold no " + type.getSimpleName());
  }

  @Test
  @DisplayName("hosts of lesson 1 still find their trailer")
  void writesTheTrailerOfLesson1() {
    Metadata trailers =
        ErrorToStatus.map(new DivisionByZeroException(data("DIVISION_BY_ZERO"))).getTrailers();

    assertThat(trailers == null ? null : trailers.get(ERROR_NAME))
        .as("the trailer calculator-error: hosts of lesson 1 read nothing else")
        .isEqualTo("DIVISION_BY_ZERO");
  }

  @Test
  @DisplayName("an error without operands at fault has no BadRequest")
  void writesNoEmptyBadRequest() throws Exception {
    com.google.rpc.Status details =
        detailsOf(ErrorToStatus.map(new DivisionByZeroException("1.0 / 0.0")));

    assertThat(details.getDetailsList()).as("ErrorInfo, and no empty BadRequest").hasSize(1);
  }

  @Test
  @DisplayName("a transport error of the plugin's own is no error of the calculator")
  void writesNoDetailsOfATransportError() {
    StatusRuntimeException failure =
        ErrorToStatus.map(
            new CalculatorUnavailableException("its plugin is gone", new Exception()));

    assertThat(failure.getStatus().getCode())
        .as("the status code of a CalculatorUnavailableException")
        .isEqualTo(Code.UNAVAILABLE);
    Metadata trailers = failure.getTrailers();
    assertThat(
            trailers != null && (trailers.containsKey(DETAILS) || trailers.containsKey(ERROR_NAME)))
        .as("a CalculatorUnavailableException is UNAVAILABLE and has no trailers")
        .isFalse();
  }

  @Test
  @DisplayName("an error that is too long for trailers is cut")
  void cutsLongErrors() {
    CalculatorError huge = CalculatorError.of("DIVISION_BY_ZERO", "m".repeat(20_000));
    byte[] details =
        ErrorToStatus.map(new DivisionByZeroException(huge)).getTrailers().get(DETAILS);

    assertThat(details)
        .as("grpc-status-details-bin, in bytes: gRPC refuses trailers of more than 8 KiB")
        .hasSizeLessThan(4_000);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("errors")
  @DisplayName("reads ErrorInfo and BadRequest")
  void readsDetails(String name, CalculatorException error, Code code) {
    String reason = error.error().orElseThrow().code();
    CalculatorException read =
        StatusToError.map("power", failure(code, status(code.value(), info(reason), operands())));

    assertThat(read)
        .as("ErrorInfo.reason %s means a %s", reason, name)
        .hasSameClassAs(error)
        .hasMessage("what happened");
    assertThat(read.error()).as("all that the plugin said is kept").isEqualTo(error.error());
  }

  private static Any info(String reason) {
    return Any.pack(
        ErrorInfo.newBuilder()
            .setDomain(ErrorToStatus.DOMAIN)
            .setReason(reason)
            .putMetadata("operation", "power")
            .putMetadata("limit", "1.8e308")
            .build());
  }

  private static Any operands() {
    BadRequest.Builder request = BadRequest.newBuilder();
    request.addFieldViolationsBuilder().setField("base").setDescription("is 10.0");
    request.addFieldViolationsBuilder().setField("exponent").setDescription("is 400.0");
    return Any.pack(request.build());
  }

  private static byte[] status(int code, Any... details) {
    return com.google.rpc.Status.newBuilder()
        .setCode(code)
        .setMessage("what happened")
        .addAllDetails(List.of(details))
        .build()
        .toByteArray();
  }

  private static StatusRuntimeException failure(Code code, byte[] details) {
    Metadata trailers = new Metadata();
    trailers.put(DETAILS, details);
    return code.toStatus().withDescription("what happened").asRuntimeException(trailers);
  }

  @Test
  @DisplayName("the details may come in any order, among others")
  void findsTheDetailsAmongOthers() {
    Any other = Any.newBuilder().setTypeUrl("type.googleapis.com/not.Known").build();
    CalculatorException read =
        StatusToError.map(
            "power",
            failure(
                Code.INVALID_ARGUMENT,
                status(3, other, operands(), other, info("INVALID_OPERAND"))));

    assertThat(read)
        .as("ErrorInfo is the last of four details")
        .isInstanceOf(InvalidOperandException.class);
    assertThat(read.error()).as("its data").contains(data("INVALID_OPERAND"));
  }

  static Stream<Arguments> foreign() {
    Any ours = info("DIVISION_BY_ZERO");
    Any otherDomain =
        Any.pack(ErrorInfo.newBuilder().setDomain("x.org").setReason("DIVISION_BY_ZERO").build());
    Any noReason = Any.pack(ErrorInfo.newBuilder().setDomain(ErrorToStatus.DOMAIN).build());
    Any broken = ours.toBuilder().setValue(ByteString.copyFromUtf8("\u0007broken")).build();
    return Stream.of(
        Arguments.of("no details", status(3)),
        Arguments.of("another domain", status(3, otherDomain)),
        Arguments.of("no reason", status(3, noReason)),
        Arguments.of("a reason that is no code", status(3, info("lower case"))),
        Arguments.of("an ErrorInfo that is broken", status(3, broken)),
        Arguments.of("a code that contradicts the status", status(5, ours)),
        Arguments.of("bytes that are no message", "\u0007no".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @MethodSource("foreign")
  @DisplayName("details that are not the calculator's are a transport error")
  void readsForeignDetailsAsTransportErrors(String name, byte[] details) {
    StatusRuntimeException failure = failure(Code.INVALID_ARGUMENT, details);
    CalculatorException read = StatusToError.map("power", failure);

    assertThat(read).as("%s", name).isInstanceOf(CalculatorUnavailableException.class);
    assertThat(read.error()).as("%s: the calculator said nothing", name).isEmpty();
    assertThat(read).as("the failure is the cause").hasCause(failure);
  }

  @ParameterizedTest(name = "{0}", quoteTextArguments = false)
  @EnumSource(
      value = Code.class,
      names = {"UNAVAILABLE", "DEADLINE_EXCEEDED", "INVALID_ARGUMENT", "OUT_OF_RANGE", "UNKNOWN"})
  @DisplayName("a bare status is a transport error")
  void readsABareStatusAsATransportError(Code code) {
    assertThat(StatusToError.map("sqrt", code.toStatus().asRuntimeException()))
        .as("%s without trailers: no calculator has spoken", code)
        .isInstanceOf(CalculatorUnavailableException.class);
  }

  @Test
  @DisplayName("plugins of lesson 1 are still understood")
  void readsTheTrailerOfLesson1() {
    Metadata trailers = new Metadata();
    trailers.put(ERROR_NAME, "DIVISION_BY_ZERO");

    assertThat(
            StatusToError.map(
                "divide",
                Status.INVALID_ARGUMENT.withDescription("1 / 0").asRuntimeException(trailers)))
        .as("the trailer calculator-error without details")
        .isInstanceOf(DivisionByZeroException.class)
        .hasMessage("1 / 0");
    assertThat(StatusToError.map("sqrt", Status.UNIMPLEMENTED.asRuntimeException()))
        .as("UNIMPLEMENTED without trailers")
        .isInstanceOf(OperationNotSupportedException.class);
  }

  @Test
  @DisplayName("a code that no one here knows survives host after host")
  void passesOnUnknownCodes() {
    CalculatorException error = new CodedCalculatorException(data("OUT_OF_PAPER_IN_VERSION_9"));
    for (int passage = 1; passage <= 3; passage++) {
      error = StatusToError.map("print", ErrorToStatus.map(error));

      assertThat(error.error())
          .as("the error after passage %d", passage)
          .contains(data("OUT_OF_PAPER_IN_VERSION_9"));
    }
  }
}
