package security;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.Optional;

/// Where a path or a host stands in the requests of a method, so that the boundary can tell what is
/// asked. A host names the fields of its contracts once. Immutable.
///
/// @param methods whose requests have the field
/// @param field the field's name in the .proto file, of the type `string`
/// @param kind what its text is
public record GuardedField(MethodPattern methods, String field, Kind kind) {
  /// What a field's text is.
  public enum Kind {
    /// A path that is read.
    READ,
    /// A path that is written or deleted.
    WRITE,
    /// A host or a URL.
    HOST
  }

  /// A path that is read.
  public static GuardedField read(String methods, String field) {
    return new GuardedField(new MethodPattern(methods), field, Kind.READ);
  }

  /// A path that is written or deleted.
  public static GuardedField write(String methods, String field) {
    return new GuardedField(new MethodPattern(methods), field, Kind.WRITE);
  }

  /// A host or a URL.
  public static GuardedField host(String methods, String field) {
    return new GuardedField(new MethodPattern(methods), field, Kind.HOST);
  }

  /// What a request asks by this field; empty if it is one of a stream that does not set it. What
  /// cannot be told is [Need.Unclear].
  Optional<Need> need(String method, Object request) {
    if (!(request instanceof Message message)) {
      return Optional.of(new Need.Unclear(method, "its request is no protobuf message"));
    }
    FieldDescriptor descriptor = message.getDescriptorForType().findFieldByName(field);
    if (descriptor == null
        || descriptor.isRepeated()
        || descriptor.getJavaType() != FieldDescriptor.JavaType.STRING) {
      return Optional.of(
          new Need.Unclear(method, "its request has no text in a field \"%s\"".formatted(field)));
    }
    if (descriptor.hasPresence() && !message.hasField(descriptor)) {
      return Optional.empty();
    }
    String text = String.valueOf(message.getField(descriptor));
    return Optional.of(
        switch (kind) {
          case READ -> new Need.Read(text);
          case WRITE -> new Need.Write(text);
          case HOST -> new Need.Host(text);
        });
  }
}
