// file: extensions/AddressCheck.java
// wrong: takes all IPv6 addresses outside the table for public
public static Optional<String> special(InetAddress address) {
  for (Special special : SPECIAL) {
    if (special.range().contains(address)) {
      return Optional.of(special.what());
    }
  }
  Optional<InetAddress> inside = embeddedIpv4(address);
  return inside.isPresent() ? special(inside.get()) : Optional.empty();
}
