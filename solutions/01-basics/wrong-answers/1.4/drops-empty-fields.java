// file: basics/HandshakeLine.java
// wrong: split without a limit drops empty fields at the end, so an empty protocol is read as netrpc
public static HandshakeLine parse(String line) {
  String[] fields = line.strip().split("\\|");
  if (fields.length < 4) {
    throw HandshakeException.inLine(line, "found " + fields.length + " fields, expected at least 4");
  }
  int core = number(1, "core version", fields[0]);
  if (core != CORE_VERSION) {
    throw HandshakeException.inField(1, "core version", fields[0], "1");
  }
  int app = number(2, "app version", fields[1]);
  Network network =
      Network.ofWireName(fields[2])
          .orElseThrow(() -> HandshakeException.inField(3, "network", fields[2], "unix or tcp"));
  if (fields[3].isEmpty()) {
    throw HandshakeException.inField(4, "address", "", "a socket's path or host:port");
  }
  return new HandshakeLine(
      core,
      app,
      network,
      fields[3],
      protocol(fields),
      certificate(fields),
      fields.length > 6 ? fields[6] : "");
}
