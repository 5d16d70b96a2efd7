package lifecycle;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes log events as go-plugin's hosts read them (hclog's JSON format), a line each.
///
/// | member | value |
/// |---|---|
/// | `@level` | `trace`, `debug`, `info`, `warn` or `error` |
/// | `@message` | the message with its arguments |
/// | `@module` | the logger's name |
/// | `@timestamp` | such as `2026-01-31T12:00:00.000000Z`, in UTC |
/// | a key of the event | its value: numbers and booleans as such, all else as text |
/// | `stacktrace` | the exception's, if there is one |
///
/// It needs Jackson's core only: the mapper would cost a plugin's start a tenth of a second.
public final class HclogEncoder extends EncoderBase<ILoggingEvent> {
  private static final JsonFactory JSON = new JsonFactory();

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  @Override
  public byte @Nullable [] headerBytes() {
    return null;
  }

  @Override
  public byte @Nullable [] footerBytes() {
    return null;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    // Characters first: Jackson's own UTF-8 writer refuses half a surrogate pair.
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      for (Map.Entry<String, @Nullable Object> member : members(event).entrySet()) {
        json.writeName(member.getKey());
        write(json, member.getValue());
      }
      json.writeEndObject();
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /// The members by name: a key that occurs twice has its last value, one of the event's own never
  /// replaces an hclog member.
  private static Map<String, @Nullable Object> members(ILoggingEvent event) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("@level", event.getLevel().toString().toLowerCase(Locale.ROOT));
    members.put("@message", String.valueOf(event.getFormattedMessage()));
    members.put("@module", event.getLoggerName());
    members.put("@timestamp", TIMESTAMP.format(instant(event)));
    if (event.getThrowableProxy() != null) {
      members.put("stacktrace", ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    for (KeyValuePair pair : pairs == null ? List.<KeyValuePair>of() : pairs) {
      if (!String.valueOf(pair.key).startsWith("@")) {
        members.put(String.valueOf(pair.key), pair.value);
      }
    }
    return members;
  }

  private static Instant instant(ILoggingEvent event) {
    Instant instant = event.getInstant();
    return instant == null ? Instant.ofEpochMilli(event.getTimeStamp()) : instant;
  }

  private static void write(JsonGenerator json, @Nullable Object value) {
    switch (value) {
      case null -> json.writeNull();
      case Boolean flag -> json.writeBoolean(flag);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number when Double.isFinite(number) -> json.writeNumber(number);
      case Float number when Float.isFinite(number) -> json.writeNumber(number);
      default -> json.writeString(text(value));
    }
  }

  /// A value whose own text fails must not cost the whole line.
  private static String text(Object value) {
    try {
      return String.valueOf(value);
    } catch (RuntimeException e) {
      return "[" + value.getClass().getName() + ": " + e.getClass().getName() + "]";
    }
  }
}
