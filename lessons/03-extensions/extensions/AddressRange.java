package extensions;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// A range of IP addresses with one beginning, such as `10.0.0.0/8` or `fc00::/7`.
///
/// @param network the first address; its bits behind the prefix are zero
/// @param prefixBits how many bits all addresses share, 0 to 32 or 128
public record AddressRange(InetAddress network, int prefixBits) {
  /// @throws IllegalArgumentException if the prefix is out of range, or the address has bits behind
  ///   it
  public AddressRange {
    byte[] bytes = network.getAddress();
    if (prefixBits < 0 || prefixBits > bytes.length * 8) {
      throw new IllegalArgumentException(
          "prefixBits not in 0..%d: %d".formatted(bytes.length * 8, prefixBits));
    }
    if (!Arrays.equals(masked(bytes, prefixBits), bytes)) {
      throw new IllegalArgumentException(
          "%s has bits behind the first %d".formatted(network.getHostAddress(), prefixBits));
    }
  }

  /// A range as people write it. No name is resolved.
  ///
  /// @param text `address/bits`, or an address alone for a range of one
  /// @throws IllegalArgumentException if it is none
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int all = network.getAddress().length * 8;
    try {
      return new AddressRange(
          network, slash < 0 ? all : Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("no range of addresses: '%s'".formatted(text), e);
    }
  }

  /// Whether the address lies in the range. One of the other IP version does not.
  public boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    return bytes.length == network.getAddress().length
        && Arrays.equals(masked(bytes, prefixBits), network.getAddress());
  }

  private static byte[] masked(byte[] bytes, int prefixBits) {
    byte[] masked = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      int bits = Math.clamp(prefixBits - 8L * i, 0, 8);
      masked[i] = (byte) (bytes[i] & (0xff00 >> bits));
    }
    return masked;
  }

  /// The range as people write it.
  @Override
  public String toString() {
    return network.getHostAddress() + "/" + prefixBits;
  }

  /// The IPv4 address that some bytes are.
  ///
  /// @param from where its four bytes begin
  static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
