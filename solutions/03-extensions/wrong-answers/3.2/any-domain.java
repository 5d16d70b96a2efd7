// file: extensions/StatusToError.java
// wrong: believes the codes of any domain
private static Optional<CalculatorError> read(StatusRuntimeException failure) {
  Status status = details(failure);
  ErrorInfo info = find(status, ErrorInfo.class, ErrorInfo.getDefaultInstance());
  if (!CalculatorError.isCode(info.getReason())) {
    return Optional.empty();
  }
  List<OperandViolation> violations =
      find(status, BadRequest.class, BadRequest.getDefaultInstance())
          .getFieldViolationsList()
          .stream()
          .map(field -> new OperandViolation(field.getField(), field.getDescription()))
          .toList();
  return Optional.of(
      new CalculatorError(
          info.getReason(), status.getMessage(), info.getMetadataMap(), violations));
}
