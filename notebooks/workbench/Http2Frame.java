package workbench;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One frame of HTTP/2 as it crossed the wire (RFC 9113, chapter 4).
///
/// @param toPlugin true from host to plugin, false the other way
/// @param millis when its last byte crossed
/// @param bytes all of it: nine bytes of head, then the payload
/// @param headers what a HEADERS frame says, `name: value`; empty for other frames
public record Http2Frame(boolean toPlugin, double millis, ByteString bytes, List<String> headers) {
  /// How long the head is.
  public static final int HEAD = 9;

  private static final List<String> TYPES =
      List.of(
          "DATA",
          "HEADERS",
          "PRIORITY",
          "RST_STREAM",
          "SETTINGS",
          "PUSH_PROMISE",
          "PING",
          "GOAWAY",
          "WINDOW_UPDATE",
          "CONTINUATION");
  private static final Map<Integer, String> SETTINGS =
      Map.of(
          1, "HEADER_TABLE_SIZE",
          2, "ENABLE_PUSH",
          3, "MAX_CONCURRENT_STREAMS",
          4, "INITIAL_WINDOW_SIZE",
          5, "MAX_FRAME_SIZE",
          6, "MAX_HEADER_LIST_SIZE");
  private static final int END_STREAM = 0x1;
  private static final int ACK = 0x1;
  private static final int END_HEADERS = 0x4;

  /// Copies the list.
  public Http2Frame {
    headers = List.copyOf(headers);
  }

  /// Its type's name, such as `DATA`.
  public String type() {
    int type = bytes.byteAt(3) & 0xff;
    return type < TYPES.size() ? TYPES.get(type) : "type " + type;
  }

  /// How many bytes follow the head.
  public int length() {
    return bytes.size() - HEAD;
  }

  /// The call that it belongs to; 0 for the connection itself.
  public int stream() {
    return number(bytes, 5, 4) & 0x7fffffff;
  }

  /// What follows the head.
  public ByteString payload() {
    return bytes.substring(HEAD);
  }

  /// The names of the flags that are set.
  public List<String> flags() {
    int flags = bytes.byteAt(4);
    List<String> names = new ArrayList<>();
    boolean hasAck = type().equals("SETTINGS") || type().equals("PING");
    if (hasAck && (flags & ACK) != 0) {
      names.add("ACK");
    } else if ((flags & END_STREAM) != 0) {
      names.add("END_STREAM");
    }
    if (type().equals("HEADERS") && (flags & END_HEADERS) != 0) {
      names.add("END_HEADERS");
    }
    return names;
  }

  /// The frame in some words.
  public String text() {
    StringBuilder text = new StringBuilder(type());
    if (stream() != 0) {
      text.append(" stream ").append(stream());
    }
    text.append(", ").append(length()).append(" bytes");
    flags().forEach(flag -> text.append(", ").append(flag));
    switch (type()) {
      case "SETTINGS" -> settings().forEach(setting -> text.append(", ").append(setting));
      case "WINDOW_UPDATE" -> text.append(", +").append(number(bytes, HEAD, 4));
      case "HEADERS" ->
          headers.stream()
              .filter(header -> header.startsWith(":path") || header.startsWith("grpc-status"))
              .forEach(header -> text.append(", ").append(header));
      default -> {} // nothing short to say
    }
    return text.toString();
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>();
    for (int at = HEAD; at + 6 <= bytes.size(); at += 6) {
      int id = number(bytes, at, 2);
      long value = Integer.toUnsignedLong(number(bytes, at + 2, 4));
      settings.add(SETTINGS.getOrDefault(id, "setting " + id) + " " + value);
    }
    return settings;
  }

  /// A number as it stands on the wire: the highest byte first.
  ///
  /// @param length how many bytes it has, 1 to 4
  static int number(ByteString bytes, int from, int length) {
    int number = 0;
    for (int i = from; i < from + length; i++) {
      number = (number << 8) | (bytes.byteAt(i) & 0xff);
    }
    return number;
  }
}
