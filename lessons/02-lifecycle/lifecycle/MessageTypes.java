package lifecycle;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Knows of messages what their .proto files say, and what in them is not to be compared.
final class MessageTypes {
  private final Map<String, MethodDescriptor> methods = new HashMap<>();
  private final Set<String> masked;

  /// @param files what is known
  /// @param masked fields, by name (`uptime_millis`) or full name
  MessageTypes(List<FileDescriptor> files, Set<String> masked) {
    this.masked = masked;
    for (FileDescriptor file : files) {
      for (ServiceDescriptor service : file.getServices()) {
        for (MethodDescriptor method : service.getMethods()) {
          methods.put(service.getFullName() + "/" + method.getName(), method);
        }
      }
    }
  }

  private Optional<Descriptor> request(String method) {
    return Optional.ofNullable(methods.get(method)).map(MethodDescriptor::getInputType);
  }

  private Optional<Descriptor> response(String method) {
    return Optional.ofNullable(methods.get(method)).map(MethodDescriptor::getOutputType);
  }

  /// Whether two answers are the same, apart from masked fields. Without a type their bytes count.
  boolean sameResponse(String method, ByteString left, ByteString right) {
    Optional<Message> one = response(method).flatMap(type -> parse(type, left));
    Optional<Message> other = response(method).flatMap(type -> parse(type, right));
    boolean known = one.isPresent() && other.isPresent();
    return known ? one.equals(other) : left.equals(right);
  }

  String requestText(String method, ByteString message) {
    return text(request(method), message);
  }

  String responseText(String method, ByteString message) {
    return text(response(method), message);
  }

  private String text(Optional<Descriptor> type, ByteString message) {
    return type.flatMap(known -> parse(known, message))
        .map(parsed -> TextFormat.printer().emittingSingleLine(true).printToString(parsed))
        .map(text -> text.isBlank() ? "(all defaults)" : text.strip())
        .orElseGet(
            () ->
                message.isEmpty()
                    ? "(no bytes)"
                    : HexFormat.of().formatHex(message.toByteArray()) + " hex");
  }

  /// The message without masked fields; empty if its bytes are none of its type.
  private Optional<Message> parse(Descriptor type, ByteString bytes) {
    try {
      return Optional.of(masked(DynamicMessage.parseFrom(type, bytes)));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private Message masked(Message message) {
    Message.Builder builder = message.toBuilder();
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      FieldDescriptor name = field.getKey();
      if (masked.contains(name.getName()) || masked.contains(name.getFullName())) {
        builder.clearField(name);
      } else if (field.getValue() instanceof Message nested) {
        builder.setField(name, masked(nested));
      } else if (name.isRepeated() && name.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        for (int i = 0; i < message.getRepeatedFieldCount(name); i++) {
          builder.setRepeatedField(name, i, masked((Message) message.getRepeatedField(name, i)));
        }
      }
    }
    return builder.build();
  }
}
