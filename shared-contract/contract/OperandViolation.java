package contract;

/// One operand that an operation did not take.
///
/// @param operand the operand's name in the contract, such as `exponent`
/// @param reason what it is, and what was expected
public record OperandViolation(String operand, String reason) {}
