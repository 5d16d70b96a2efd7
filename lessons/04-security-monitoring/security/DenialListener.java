package security;

/// Is told of each [Denial]: a log of what was refused, for one. Called on the thread of the call
/// that is denied, before its caller hears of it, by many threads at once. If it throws, the call
/// is denied all the same.
@FunctionalInterface
public interface DenialListener {
  /// Does nothing.
  DenialListener NONE = denial -> {};

  /// A call, or a message in it, was denied.
  void denied(Denial denial);
}
