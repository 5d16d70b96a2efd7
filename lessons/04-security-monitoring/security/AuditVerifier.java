package security;

import extensions.Disk;
import extensions.SnapshotFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import security.BrokenChainException.Fault;

/// Finds any line of an audit log that was changed, removed, added or moved, and a tail that was
/// cut off. It reads line by line: a log of any length takes the same memory.
public final class AuditVerifier {
  private static final int BUFFER_BYTES = 64 * 1024;

  private AuditVerifier() {}

  /// Checks a log that no one writes to, all of it, against a head.
  ///
  /// @param log the log's file
  /// @param head where it must end. It is worth as much as the place it comes from: one that an
  ///   attacker of the log can write, too, proves nothing
  /// @return the head
  /// @throws BrokenChainException if the log is not the one that was written; it names the first
  ///   line that is wrong
  /// @throws IOException if the file cannot be read
  public static AuditHead verify(Path log, AuditHead head) throws IOException {
    try (InputStream input = Files.newInputStream(log)) {
      return verify(input, head);
    }
  }

  /// As [#verify(Path, AuditHead)], with the head in the file that an [AuditLog] keeps it in.
  ///
  /// @throws AuditException if there is no head in that file
  public static AuditHead verify(Path log, Path headFile) throws IOException {
    return verify(log, readHead(headFile).orElseThrow(() -> AuditException.noHead(headFile)));
  }

  /// The head in a file; empty if there is no such file.
  ///
  /// @throws AuditException if the file holds something else
  static Optional<AuditHead> readHead(Path file) throws IOException {
    Optional<byte[]> text = new SnapshotFile(file, Disk.LOCAL).read();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(AuditHead.parse(text.get()).orElseThrow(() -> AuditException.noHead(file)));
  }

  /// Checks all that the stream has. It is not closed.
  static AuditHead verify(InputStream log, AuditHead head) throws IOException {
    InputStream input = new BufferedInputStream(log, BUFFER_BYTES);
    AuditHead current = AuditHead.START;
    while (true) {
      byte[] line = nextLine(input, current.line() + 1);
      if (line.length == 0) {
        return requireEnd(current, head);
      }
      current = AuditChain.follow(current, line);
      if (current.line() == head.line() && !current.equals(head)) {
        throw new BrokenChainException(
            Fault.NOT_THE_HEAD, current.line(), head.hash(), current.hash());
      }
      if (current.line() > head.line()) {
        throw new BrokenChainException(
            Fault.ADDED, current.line(), "the end after line " + head.line(), "one more");
      }
    }
  }

  private static AuditHead requireEnd(AuditHead current, AuditHead head) {
    if (current.line() < head.line()) {
      throw new BrokenChainException(
          Fault.CUT, current.line() + 1, head.line() + " lines", current.line() + " lines");
    }
    return current;
  }

  /// The next line without its end; empty at the end of the log.
  private static byte[] nextLine(InputStream input, long number) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    int next = input.read();
    if (next < 0) {
      return new byte[0];
    }
    while (next != '\n') {
      if (next < 0) {
        throw new BrokenChainException(Fault.MALFORMED, number, "a line end", "the end of the log");
      }
      if (line.size() == AuditChain.LINE_LIMIT_BYTES) {
        throw new BrokenChainException(
            Fault.MALFORMED, number, "at most %d bytes".formatted(line.size()), "more");
      }
      line.write(next);
      next = input.read();
    }
    if (line.size() == 0) {
      throw new BrokenChainException(Fault.MALFORMED, number, "a record", "an empty line");
    }
    return line.toByteArray();
  }
}
