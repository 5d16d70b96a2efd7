package security;

import extensions.Disk;
import extensions.SnapshotFile;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/// An audit log's two files: the log, to which lines are added, and its head. What lies after the
/// head was never acknowledged.
///
/// One thread at a time; the caller sees to that. It writes by streams: a channel would be closed
/// for all if one caller is interrupted.
final class AuditFile implements AutoCloseable {
  private final Path log;
  private final SnapshotFile headFile;
  private final FileOutputStream output;

  private AuditFile(Path log, SnapshotFile headFile, FileOutputStream output) {
    this.log = log;
    this.headFile = headFile;
    this.output = output;
  }

  /// What a crash has left, or someone added, after the head.
  ///
  /// @param evidence the file that keeps it
  /// @param bytes its length
  /// @param sha256 of its bytes
  record Leftover(Path evidence, long bytes, String sha256) {}

  /// The head that both files agree on; an empty log is made if there is neither.
  ///
  /// @throws AuditException if the head is missing, or the log does not reach it
  static AuditHead agree(Path log, Path headFile) throws IOException {
    long size = Files.exists(log) ? Files.size(log) : 0;
    Optional<AuditHead> known = AuditVerifier.readHead(headFile);
    if (known.isEmpty() && size > 0) {
      throw AuditException.noHead(headFile);
    }
    AuditHead head = known.orElse(AuditHead.START);
    if (known.isEmpty()) {
      writeHead(new SnapshotFile(headFile, Disk.LOCAL), head);
    }
    if (size < head.bytes()) {
      throw AuditException.otherLog(log, head, size + " bytes");
    }
    if (!Files.exists(log)) {
      Path created = Files.createFile(log, FolderTree.ownerOnlyFile(log));
      Disk.LOCAL.force(created.toAbsolutePath().resolveSibling(""));
    }
    requireLastLine(log, head);
    return head;
  }

  /// The whole log is checked by [AuditVerifier]; for a start the line that the head names is
  /// enough.
  private static void requireLastLine(Path log, AuditHead head) throws IOException {
    if (head.line() == 0) {
      return;
    }
    int length = (int) Math.min(head.bytes(), AuditChain.LINE_LIMIT_BYTES + 1L);
    byte[] end = new byte[length];
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      file.seek(head.bytes() - length);
      file.readFully(end);
    }
    int start = length - 1;
    while (start > 0 && end[start - 1] != '\n') {
      start--;
    }
    byte[] line = new byte[length - 1 - start];
    System.arraycopy(end, start, line, 0, line.length);
    boolean same =
        end[length - 1] == '\n'
            && AuditChain.parse(line)
                .filter(parts -> parts.number() == head.line())
                .filter(parts -> parts.hash().equals(head.hash()))
                .filter(
                    parts ->
                        AuditChain.hash(parts.previous(), parts.recordBytes()).equals(head.hash()))
                .isPresent();
    if (!same) {
      throw AuditException.otherLog(log, head, "another line there");
    }
  }

  /// Moves what lies after the head to a file of its own, beside the log.
  ///
  /// @return empty if there is nothing
  static Optional<Leftover> setAside(Path log, AuditHead head) throws IOException {
    long size = Files.size(log);
    if (size == head.bytes()) {
      return Optional.empty();
    }
    Path evidence = freshName(log, head);
    MessageDigest digest = Sha256.digest();
    try (InputStream input = Files.newInputStream(log);
        OutputStream output = new DigestOutputStream(Files.newOutputStream(evidence), digest)) {
      input.skipNBytes(head.bytes());
      long ignored = input.transferTo(output);
    }
    // The evidence is on disk before the log loses it.
    Disk.LOCAL.force(evidence);
    Disk.LOCAL.force(log.toAbsolutePath().resolveSibling(""));
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "rw")) {
      file.setLength(head.bytes());
      file.getFD().sync();
    }
    return Optional.of(
        new Leftover(evidence, size - head.bytes(), HexFormat.of().formatHex(digest.digest())));
  }

  private static Path freshName(Path log, AuditHead head) throws IOException {
    for (int number = 1; ; number++) {
      Path name =
          log.resolveSibling("%s.after-%d-%d".formatted(log.getFileName(), head.line(), number));
      if (!Files.exists(name)) {
        return Files.createFile(name, FolderTree.ownerOnlyFile(name));
      }
    }
  }

  /// The files, open for more lines.
  static AuditFile open(Path log, Path headFile) throws IOException {
    return new AuditFile(
        log,
        new SnapshotFile(headFile, Disk.LOCAL),
        new FileOutputStream(log.toFile(), /* append= */ true));
  }

  /// Adds lines. When it returns, a power cut can no longer take them back: first the lines are on
  /// disk, then the head that counts them.
  void append(byte[] lines, AuditHead head) throws IOException {
    output.write(lines);
    output.getFD().sync();
    writeHead(headFile, head);
  }

  private static void writeHead(SnapshotFile file, AuditHead head) throws IOException {
    file.write(head.text().getBytes(StandardCharsets.US_ASCII));
  }

  Path log() {
    return log;
  }

  @Override
  public void close() throws IOException {
    output.close();
  }
}
