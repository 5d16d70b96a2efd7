package extensions;

import contract.WebFetchException;
import course.Exercise;
import course.ExerciseNotDone;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells addresses of the public internet from all others.
///
/// A name is no protection: anyone may let a name of theirs lead to `127.0.0.1` or to the address
/// of a cloud's metadata service. What counts is the address that a connection is made to.
public final class AddressCheck {
  /// Ranges that are no public addresses (IANA: special-purpose address registries), what they are.
  static final Map<String, String> SPECIAL_IPV4 =
      Map.ofEntries(
          Map.entry("0.0.0.0/8", "this host"),
          Map.entry("10.0.0.0/8", "private"),
          Map.entry("100.64.0.0/10", "shared by a provider's customers"),
          Map.entry("127.0.0.0/8", "loopback"),
          Map.entry("169.254.0.0/16", "link-local"),
          Map.entry("172.16.0.0/12", "private"),
          Map.entry("192.0.0.0/24", "reserved for protocols"),
          Map.entry("192.0.2.0/24", "for documentation"),
          Map.entry("192.88.99.0/24", "reserved"),
          Map.entry("192.168.0.0/16", "private"),
          Map.entry("198.18.0.0/15", "for measurements"),
          Map.entry("198.51.100.0/24", "for documentation"),
          Map.entry("203.0.113.0/24", "for documentation"),
          Map.entry("224.0.0.0/4", "multicast"),
          Map.entry("240.0.0.0/4", "reserved"));

  static final Map<String, String> SPECIAL_IPV6 =
      Map.ofEntries(
          Map.entry("::/128", "unspecified"),
          Map.entry("::1/128", "loopback"),
          Map.entry("64:ff9b:1::/48", "a private translation of IPv4"),
          Map.entry("fc00::/7", "unique-local"),
          Map.entry("fe80::/10", "link-local"),
          Map.entry("fec0::/10", "site-local"),
          Map.entry("ff00::/8", "multicast"),
          Map.entry("2001::/23", "reserved for protocols"),
          Map.entry("2001:db8::/32", "for documentation"),
          Map.entry("3fff::/20", "for documentation"));

  /// All public IPv6 addresses lie in it; not all that lie in it are public.
  static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");

  private static final AddressRange TRANSLATED = AddressRange.parse("64:ff9b::/96");
  private static final AddressRange TUNNELLED = AddressRange.parse("2002::/16");

  /// Both tables.
  static final List<Special> SPECIAL =
      Stream.of(SPECIAL_IPV4, SPECIAL_IPV6)
          .flatMap(ranges -> ranges.entrySet().stream())
          .map(range -> new Special(AddressRange.parse(range.getKey()), range.getValue()))
          .toList();

  private AddressCheck() {}

  /// A row of a table.
  ///
  /// @param what a word for its addresses, such as `loopback`
  record Special(AddressRange range, String what) {}

  /// Makes sure that a fetcher may connect to whatever a name leads to.
  ///
  /// Exercise 3.9. Every address counts, not only the first: which one a connection takes is a
  /// matter of luck. One that is [#special] passes only if an allowed range contains it. The
  /// message names host, address and what it is.
  ///
  /// @param host the name, for the message
  /// @param addresses what it leads to, at least one
  /// @param allowed addresses that are allowed although they are special
  /// @throws WebFetchException ADDRESS_NOT_ALLOWED, if one address is special and not allowed
  @Exercise("3.9")
  static void require(String host, List<InetAddress> addresses, List<AddressRange> allowed) {
    throw new ExerciseNotDone("3.9");
  }

  /// What an address is, if it is none of the public internet.
  ///
  /// Exercise 3.9. An address in a range of [#SPECIAL] is what the table says. Otherwise an IPv4
  /// address is public. An IPv6 address that has an IPv4 address inside ([#embeddedIpv4]) is what
  /// that one is, with `, inside IPv6` behind it; any other is public if it lies in [#GLOBAL_IPV6],
  /// and `reserved` if not.
  ///
  /// @return a word for it, such as `loopback`; empty for a public address
  @Exercise("3.9")
  public static Optional<String> special(InetAddress address) {
    throw new ExerciseNotDone("3.9");
  }

  /// The IPv4 address inside an IPv6 address: mapped (`::ffff:a.b.c.d`), compatible (`::a.b.c.d`),
  /// translated (`64:ff9b::a.b.c.d`) or tunnelled (`2002:aabb:ccdd::`). Packets to it may end
  /// there.
  ///
  /// @return empty if there is none
  public static Optional<InetAddress> embeddedIpv4(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != 16) {
      return Optional.empty();
    }
    if (TUNNELLED.contains(address)) {
      return Optional.of(AddressRange.ipv4(bytes, 2));
    }
    // The JDK reads `::ffff:0:0` as an IPv4 address, so there is no AddressRange of it.
    boolean mapped = zero(bytes, 10) && bytes[10] == -1 && bytes[11] == -1;
    if (mapped || zero(bytes, 12) || TRANSLATED.contains(address)) {
      return Optional.of(AddressRange.ipv4(bytes, 12));
    }
    return Optional.empty();
  }

  private static boolean zero(byte[] bytes, int count) {
    return Arrays.equals(bytes, 0, count, new byte[count], 0, count);
  }
}
