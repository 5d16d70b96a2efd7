package contract;

/// A memory's state after one of its changes.
///
/// @param revision how many changes were ever made, taking back included; it never goes down
/// @param value the value, finite
public record MemoryState(long revision, double value) {}
