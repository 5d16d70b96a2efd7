package lifecycle;

/// Makes the host's client of one plugin: a typed interface over a channel.
///
/// @param <T> the interface that the host uses
@FunctionalInterface
public interface ClientFactory<T> {
  /// A client that uses `context.channel()`.
  T create(DispenseContext context);
}
