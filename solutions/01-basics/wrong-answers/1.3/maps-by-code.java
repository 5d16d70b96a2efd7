// file: basics/StatusToCalculatorError.java
// wrong: the status code decides and the trailer is not read, so INVALID_OPERAND becomes a division by zero
static CalculatorException map(String operation, StatusRuntimeException failure) {
  Status status = failure.getStatus();
  String told = status.getDescription() == null ? status.toString() : status.getDescription();
  return switch (status.getCode()) {
    case INVALID_ARGUMENT -> new DivisionByZeroException(told);
    case OUT_OF_RANGE -> new ResultOutOfRangeException(told);
    case FAILED_PRECONDITION -> new NotInitializedException(told);
    case UNIMPLEMENTED -> new OperationNotSupportedException(told);
    default -> new CalculatorUnavailableException(operation + ": " + status, failure);
  };
}
