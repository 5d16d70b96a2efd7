// file: basics/HandshakeLine.java
// wrong: a line of three fields is read as one with an empty address
// import java.util.Arrays;
public static HandshakeLine parse(String line) {
  String[] fields = line.strip().split("\\|", -1);
  if (fields.length < 3) {
    throw HandshakeException.inLine(line, "found " + fields.length + " fields, expected at least 3");
  }
  String[] padded = Arrays.copyOf(fields, Math.max(4, fields.length));
  String address = padded[3] == null ? "" : padded[3];
  return new HandshakeLine(
      number(1, "core version", fields[0]),
      number(2, "app version", fields[1]),
      Network.ofWireName(fields[2])
          .orElseThrow(() -> HandshakeException.inField(3, "network", fields[2], "unix or tcp")),
      address,
      protocol(fields),
      certificate(fields),
      fields.length > 6 ? fields[6] : "");
}
