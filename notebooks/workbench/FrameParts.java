package workbench;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pictures.HexPicture.Part;

/// What each byte of a frame means: HTTP/2's head, gRPC's prefix, protobuf's fields.
public final class FrameParts {
  private static final int PREFIX = 5;

  private FrameParts() {}

  /// The parts of a frame, in order, without gaps.
  ///
  /// @param message what a DATA frame carries
  /// @throws IOException if it carries something else
  public static List<Part> of(Http2Frame frame, Descriptor message) throws IOException {
    List<Part> parts = new ArrayList<>();
    String flags = frame.flags().isEmpty() ? "none" : String.join(", ", frame.flags());
    parts.add(new Part(0, 3, "HTTP/2 length: " + frame.length()));
    parts.add(new Part(3, 1, "HTTP/2 type: " + frame.type()));
    parts.add(new Part(4, 1, "HTTP/2 flags: " + flags));
    parts.add(new Part(5, 4, "HTTP/2 stream: " + frame.stream()));
    if (frame.type().equals("DATA") && frame.length() >= PREFIX) {
      ByteString bytes = frame.bytes();
      parts.add(new Part(9, 1, "gRPC compressed: " + (bytes.byteAt(9) == 0 ? "no" : "yes")));
      parts.add(new Part(10, 4, "gRPC length: " + Http2Frame.number(bytes, 10, 4)));
      addFields(parts, bytes.substring(Http2Frame.HEAD + PREFIX), message);
    } else if (frame.length() > 0) {
      parts.add(new Part(Http2Frame.HEAD, frame.length(), "payload"));
    }
    return parts;
  }

  private static void addFields(List<Part> parts, ByteString bytes, Descriptor message)
      throws IOException {
    int base = Http2Frame.HEAD + PREFIX;
    CodedInputStream input = bytes.newCodedInput();
    while (!input.isAtEnd()) {
      int from = input.getTotalBytesRead();
      int tag = input.readTag();
      int number = WireFormat.getTagFieldNumber(tag);
      int value = input.getTotalBytesRead();
      FieldDescriptor field = message.findFieldByNumber(number);
      String name = field == null ? "unknown" : field.getName();
      String shown = read(input, tag, field);
      parts.add(
          new Part(
              base + from,
              value - from,
              "protobuf field %d (%s), %s".formatted(number, name, wireType(tag))));
      parts.add(
          new Part(base + value, input.getTotalBytesRead() - value, "protobuf value: " + shown));
    }
  }

  private static String read(CodedInputStream input, int tag, @Nullable FieldDescriptor field)
      throws IOException {
    return switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> String.valueOf(input.readRawVarint64());
      case WireFormat.WIRETYPE_FIXED64 -> {
        long bits = input.readRawLittleEndian64();
        boolean real = field != null && field.getType() == FieldDescriptor.Type.DOUBLE;
        yield real ? String.valueOf(Double.longBitsToDouble(bits)) : String.valueOf(bits);
      }
      case WireFormat.WIRETYPE_FIXED32 -> String.valueOf(input.readRawLittleEndian32());
      default -> {
        ByteString inner = input.readBytes();
        yield inner.size() + " bytes";
      }
    };
  }

  private static String wireType(int tag) {
    return switch (WireFormat.getTagWireType(tag)) {
      case WireFormat.WIRETYPE_VARINT -> "a number of any length";
      case WireFormat.WIRETYPE_FIXED64 -> "8 bytes";
      case WireFormat.WIRETYPE_FIXED32 -> "4 bytes";
      default -> "a length, then so many bytes";
    };
  }
}
