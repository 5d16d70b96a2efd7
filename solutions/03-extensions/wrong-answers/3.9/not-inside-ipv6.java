// file: extensions/AddressCheck.java
// wrong: does not look for an IPv4 address inside
public static Optional<String> special(InetAddress address) {
  for (Special special : SPECIAL) {
    if (special.range().contains(address)) {
      return Optional.of(special.what());
    }
  }
  return address instanceof Inet4Address || GLOBAL_IPV6.contains(address)
      ? Optional.empty()
      : Optional.of("reserved");
}
