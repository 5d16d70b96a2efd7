package basics;

import course.Exercise;
import java.util.Base64;
import java.util.NoSuchElementException;

/// The one line on its stdout with which a plugin says where and how it can be reached:
/// `CORE|APP|NETWORK|ADDRESS|PROTOCOL|CERT[|MUX]`.
///
/// Immutable. See go-plugin's `Client.Start` (reads it) and `Serve` (writes it).
///
/// @param coreVersion version of the handshake itself, always [#CORE_VERSION] (field 1)
/// @param appVersion version of the application's protocol that the plugin chose (field 2)
/// @param network kind of socket (field 3)
/// @param address a socket's path, or `host:port` (field 4)
/// @param protocol `grpc` or `netrpc` (field 5)
/// @param certificate the plugin's certificate, DER in base64 without padding; empty without TLS
///   (field 6)
/// @param multiplexing the text of field 7, `true` if the plugin can carry its side connections on
///   the main one; empty if the field is absent. Only a host that asked for it reads it.
public record HandshakeLine(
    int coreVersion,
    int appVersion,
    Network network,
    String address,
    String protocol,
    String certificate,
    String multiplexing) {
  /// The only core version there is (go-plugin: `CoreProtocolVersion`).
  public static final int CORE_VERSION = 1;

  /// The protocol that this framework speaks (go-plugin: `ProtocolGRPC`).
  public static final String GRPC = "grpc";

  /// The protocol of plugins that name none (go-plugin: `ProtocolNetRPC`).
  public static final String NETRPC = "netrpc";

  /// A text in field 6 up to this length is no certificate and is ignored (go-plugin:
  /// `Client.Start`).
  private static final int LONGEST_NON_CERTIFICATE = 50;

  /// A plugin's line without TLS: gRPC at that address.
  public static HandshakeLine of(int appVersion, PluginAddress address) {
    return new HandshakeLine(
        CORE_VERSION, appVersion, address.network(), address.address(), GRPC, "", "");
  }

  /// This line with what follows the protocol.
  ///
  /// @param certificate field 6; empty for none
  /// @param multiplexing field 7; empty for none
  public HandshakeLine with(String certificate, String multiplexing) {
    return new HandshakeLine(
        coreVersion, appVersion, network, address, protocol, certificate, multiplexing);
  }

  /// Reads a line as go-plugin's host does, and says exactly what is wrong with a bad one.
  ///
  /// Rules, in this order:
  /// - blanks and line ends around the line do not count;
  /// - at least 4 fields, separated by `|`; fields after the 7th are ignored;
  /// - field 1 (core version) is a decimal number, and it is 1;
  /// - field 2 (app version) is a decimal number;
  /// - field 3 (network) is `unix` or `tcp`;
  /// - field 4 (address) is not empty;
  /// - field 5 (protocol) is `grpc` or `netrpc`; `netrpc` if the line has only 4 fields;
  /// - field 6 (certificate) of 50 characters or fewer is ignored (read as empty); a longer one is
  ///   standard base64 without `=` at its end;
  /// - field 7 (multiplexing) is taken as it is.
  ///
  /// Exercise 1.4. Use [HandshakeException#inField] for a bad field, with its number and its name
  /// as in the rules above, and [HandshakeException#inLine] for a line with too few fields.
  ///
  /// @param line the plugin's first line of output, with or without its line end
  /// @throws HandshakeException if the line breaks a rule; it names the field and what was found
  @Exercise("1.4")
  public static HandshakeLine parse(String line) {
    String[] fields = line.strip().split("\\|", -1);
    if (fields.length < 4) {
      throw HandshakeException.inLine(
          line, "number of fields: %d, expected at least 4".formatted(fields.length));
    }
    int core = number(1, "core version", fields[0]);
    if (core != CORE_VERSION) {
      throw HandshakeException.inField(
          1, "core version", fields[0], CORE_VERSION + "; update the older of host and plugin");
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

  private static int number(int field, String name, String text) {
    if (!text.matches("[+-]?[0-9]{1,9}")) {
      throw HandshakeException.inField(field, name, text, "a decimal number");
    }
    return Integer.parseInt(text);
  }

  private static String protocol(String[] fields) {
    String protocol = fields.length > 4 ? fields[4] : NETRPC;
    if (!protocol.equals(GRPC) && !protocol.equals(NETRPC)) {
      throw HandshakeException.inField(5, "protocol", protocol, "grpc or netrpc");
    }
    return protocol;
  }

  private static String certificate(String[] fields) {
    if (fields.length < 6 || fields[5].length() <= LONGEST_NON_CERTIFICATE) {
      return "";
    }
    try {
      Base64.getDecoder().decode(fields[5]);
    } catch (IllegalArgumentException e) {
      throw HandshakeException.inField(
          6, "certificate", fields[5], "base64 (" + e.getMessage() + ")");
    }
    if (fields[5].endsWith("=")) {
      throw HandshakeException.inField(6, "certificate", fields[5], "base64 without padding");
    }
    return fields[5];
  }

  /// Takes a line apart and believes it: no rule but that there are an app version, a network and
  /// an address to connect to. Only for a line of one's own making.
  ///
  /// @throws HandshakeException if the line cannot be taken apart
  public static HandshakeLine unchecked(String line) {
    String[] fields = line.strip().split("\\|", -1);
    try {
      Network network = Network.ofWireName(fields[2]).orElseThrow();
      PluginAddress address = new PluginAddress(network, fields[3]);
      return HandshakeLine.of(Integer.parseInt(fields[1]), address);
    } catch (IndexOutOfBoundsException | NumberFormatException | NoSuchElementException e) {
      throw HandshakeException.inLine(line, "it cannot be taken apart");
    }
  }

  /// Where to connect: fields 3 and 4 together.
  public PluginAddress pluginAddress() {
    return new PluginAddress(network, address);
  }

  /// The line as a plugin prints it, without a line end: six fields, seven if there is something in
  /// the seventh.
  public String format() {
    String line =
        String.join(
            "|",
            String.valueOf(coreVersion),
            String.valueOf(appVersion),
            network.wireName(),
            address,
            protocol,
            certificate);
    return multiplexing.isEmpty() ? line : line + "|" + multiplexing;
  }
}
