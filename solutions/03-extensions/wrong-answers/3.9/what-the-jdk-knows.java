// file: extensions/AddressCheck.java
// wrong: asks the JDK, which knows neither shared nor unique-local addresses
public static Optional<String> special(InetAddress address) {
  if (address.isLoopbackAddress()) {
    return Optional.of("loopback");
  }
  return address.isAnyLocalAddress()
          || address.isSiteLocalAddress()
          || address.isLinkLocalAddress()
          || address.isMulticastAddress()
      ? Optional.of("private")
      : Optional.empty();
}
