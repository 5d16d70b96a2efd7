// file: basics/HandshakeLine.java
// wrong: a plugin of another core version is accepted
public static HandshakeLine parse(String line) {
  String[] fields = line.strip().split("\\|", -1);
  if (fields.length < 4) {
    throw HandshakeException.inLine(line, "found " + fields.length + " fields, expected at least 4");
  }
  Network network =
      Network.ofWireName(fields[2])
          .orElseThrow(() -> HandshakeException.inField(3, "network", fields[2], "unix or tcp"));
  if (fields[3].isEmpty()) {
    throw HandshakeException.inField(4, "address", "", "a socket's path or host:port");
  }
  return new HandshakeLine(
      number(1, "core version", fields[0]),
      number(2, "app version", fields[1]),
      network,
      fields[3],
      protocol(fields),
      certificate(fields),
      fields.length > 6 ? fields[6] : "");
}
