package extensions;

/// Decides what becomes of the streams that the other side opens.
///
/// Called on the session's event loop, in the order of the wire; it must not block. A stream that
/// is neither given to a [YamuxServerChannel] nor refused is held: it is not acknowledged, its data
/// wait within the window, and it counts in the backlog of [YamuxConfig#acceptBacklog()].
@FunctionalInterface
public interface YamuxAcceptor {
  /// Resets every stream: for a side that has no server. A host of go-plugin has none until a
  /// plugin knocks.
  YamuxAcceptor REFUSE = YamuxStreamChannel::refuse;

  /// Takes a stream, holds it or refuses it.
  ///
  /// @param stream just opened by the other side
  void accept(YamuxStreamChannel stream);
}
