// file: extensions/AddressCheck.java
// wrong: lets a host pass if one of its addresses is allowed
static void require(String host, List<InetAddress> addresses, List<AddressRange> allowed) {
  for (InetAddress address : addresses) {
    if (special(address).isEmpty() || allowed.stream().anyMatch(range -> range.contains(address))) {
      return;
    }
  }
  throw new WebFetchException(
      Reason.ADDRESS_NOT_ALLOWED,
      host + " leads to " + addresses.getFirst().getHostAddress() + special(addresses.getFirst()));
}
