package security;

import basics.PluginException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// An audit log cannot be used. What was to be recorded is not, so it must not be done.
public final class AuditException extends PluginException {
  private static final long serialVersionUID = 1L;

  private AuditException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static AuditException inUse(Path log) {
    return new AuditException(
        """
        the audit log is in use: %s
        Another process, or another part of this one, writes it. Give each a log of its own."""
            .formatted(log),
        null);
  }

  static AuditException noHead(Path headFile) {
    return new AuditException(
        """
        the audit log's head is missing or unreadable: %s
        Without it no one can tell whether the log's end was cut off. Bring it back from a
        copy, or move the log away to begin a new one."""
            .formatted(headFile),
        null);
  }

  static AuditException otherLog(Path log, AuditHead head, String found) {
    return new AuditException(
        """
        the audit log is not the one that its head belongs to: %s
          expected  line %d, hash %s, at byte %d
          found     %s
        It was cut, or replaced. It was left as it is: verify it, and bring it back."""
            .formatted(log, head.line(), head.hash(), head.bytes(), found),
        null);
  }

  static AuditException unusable(Path log, Throwable cause) {
    return new AuditException(
        """
        the audit log cannot be opened: %s
        %s
        Its folder must exist, and this process must be allowed to write there."""
            .formatted(log, cause),
        cause);
  }

  static AuditException notWritten(Path log, Throwable cause) {
    return new AuditException(
        """
        the audit log could not be written: %s
        %s
        It takes no more records until it is opened anew."""
            .formatted(log, cause),
        cause);
  }

  static AuditException closed(Path log) {
    return new AuditException("the audit log is closed: " + log, null);
  }
}
