package contract;

/// One change of a memory's value.
///
/// @param revision the revision that it made, from 1
/// @param kind what it does to the value
/// @param operand what it stored or added, finite; 0 for [Kind#CLEAR]
/// @param before the value before it, finite
/// @param after the value after it, finite
public record MemoryChange(long revision, Kind kind, double operand, double before, double after) {
  /// What a change does to the value.
  public enum Kind {
    /// The value becomes the operand.
    STORE,
    /// The operand is added to the value.
    ADD,
    /// The value becomes zero.
    CLEAR
  }
}
