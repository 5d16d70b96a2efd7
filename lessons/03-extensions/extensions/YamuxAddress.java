package extensions;

import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The end of a stream, or of a session's streams: a name for people. It says nothing of the raw
/// connection below.
public final class YamuxAddress extends SocketAddress {
  private static final long serialVersionUID = 1L;

  private final String name;

  YamuxAddress(String name) {
    this.name = name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof YamuxAddress address && name.equals(address.name);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(name);
  }

  @Override
  public String toString() {
    return "yamux:" + name;
  }
}
