// file: basics/StatusToCalculatorError.java
// wrong: the failure that the stub threw is not kept as the cause
static CalculatorException map(String operation, StatusRuntimeException failure) {
  Status status = failure.getStatus();
  String told = status.getDescription() == null ? status.toString() : status.getDescription();
  return switch (errorName(failure.getTrailers())) {
    case "DIVISION_BY_ZERO" -> new DivisionByZeroException(told);
    case "INVALID_OPERAND" -> new InvalidOperandException(told);
    case "RESULT_OUT_OF_RANGE" -> new ResultOutOfRangeException(told);
    case "NOT_INITIALIZED" -> new NotInitializedException(told);
    default ->
        status.getCode() == Status.Code.UNIMPLEMENTED
            ? new OperationNotSupportedException(told)
            : new CalculatorUnavailableException(operation + ": " + status, failure.getCause());
  };
}
