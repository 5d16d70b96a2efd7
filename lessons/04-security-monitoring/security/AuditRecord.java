package security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is written to an [AuditLog]: who did what to whom, and what came of it. Immutable.
///
/// Texts may come from an attacker. Whatever they hold, a record is one line of ASCII of at most 64
/// KiB: a text of more than 400 characters is cut, and its length and SHA-256 stand at its end, so
/// that no one avoids the log by being long.
///
/// @param actor who, such as a plugin's name
/// @param action what, such as `plugin.start`
/// @param target to what, such as a folder; may be empty
/// @param outcome what came of it, such as `started` or `refused`
/// @param details more, by names of small letters, digits, `_`, `-`, `.`; at most 16
public record AuditRecord(
    String actor, String action, String target, String outcome, SortedMap<String, String> details) {
  private static final int DETAILS_LIMIT = 16;
  private static final int TEXT_LIMIT = 400;

  /// Copies the map.
  ///
  /// @throws IllegalArgumentException if there are too many details, or one has a wrong name
  public AuditRecord {
    details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
    if (details.size() > DETAILS_LIMIT) {
      throw new IllegalArgumentException(
          "%d details, at most %d".formatted(details.size(), DETAILS_LIMIT));
    }
    for (String name : details.keySet()) {
      if (!name.matches("[a-z][a-z0-9_.-]{0,63}")) {
        throw new IllegalArgumentException("a detail's name is no name: " + PlainText.of(name));
      }
    }
  }

  /// A record without details.
  public static AuditRecord of(String actor, String action, String target, String outcome) {
    return new AuditRecord(actor, action, target, outcome, new TreeMap<>());
  }

  /// The record with one more detail.
  ///
  /// @throws IllegalArgumentException if there are too many, or the name is none
  public AuditRecord with(String name, String value) {
    SortedMap<String, String> more = new TreeMap<>(details);
    more.put(name, value);
    return new AuditRecord(actor, action, target, outcome, more);
  }

  /// The one form of this record as the given line: JSON in ASCII, without blanks.
  byte[] canonical(long line, Instant at) {
    StringBuilder json = new StringBuilder(256);
    json.append("{\"line\":").append(line);
    field(json, ",", "at", at.toString());
    field(json, ",", "actor", actor);
    field(json, ",", "action", action);
    field(json, ",", "target", target);
    field(json, ",", "outcome", outcome);
    json.append(",\"details\":{");
    String separator = "";
    for (var detail : details.entrySet()) {
      field(json, separator, detail.getKey(), detail.getValue());
      separator = ",";
    }
    return json.append("}}").toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void field(StringBuilder json, String separator, String name, String value) {
    json.append(separator).append('"').append(name).append("\":\"");
    escape(json, cut(value));
    json.append('"');
  }

  private static String cut(String text) {
    if (text.length() <= TEXT_LIMIT) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(TEXT_LIMIT - 1));
    return "%s...[%d characters, sha256 %s]"
        .formatted(
            text.substring(0, splits ? TEXT_LIMIT - 1 : TEXT_LIMIT),
            text.length(),
            Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
  }

  /// All that is not plain ASCII is escaped: no control character, no second line, no text that
  /// reads from right to left reaches whoever prints the log.
  private static void escape(StringBuilder json, String text) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        json.append('\\').append(character);
      } else if (character >= ' ' && character <= '~') {
        json.append(character);
      } else {
        json.append("\\u%04x".formatted((int) character));
      }
    }
  }
}
