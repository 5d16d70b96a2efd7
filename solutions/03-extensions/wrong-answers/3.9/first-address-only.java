// file: extensions/AddressCheck.java
// wrong: looks at the first address only
static void require(String host, List<InetAddress> addresses, List<AddressRange> allowed) {
  InetAddress address = addresses.getFirst();
  Optional<String> special = special(address);
  if (special.isPresent() && allowed.stream().noneMatch(range -> range.contains(address))) {
    throw new WebFetchException(
        Reason.ADDRESS_NOT_ALLOWED, host + " leads to " + address.getHostAddress() + special);
  }
}
