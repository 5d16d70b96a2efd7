package security;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import security.UntrustedPluginException.Reason;

/// A plugin's folder once more, in a private place: the signed files, each copied and checked in
/// one pass, read-only. It is what is started, so that whatever happens to the original after the
/// check has no effect.
///
/// The original may change while it is read, too. That is no danger: a byte that is not the signed
/// one is found by the digest of the bytes that were copied, wherever they came from.
final class VerifiedCopy implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(VerifiedCopy.class);

  /// More bytes no plugin may have: 4 GiB.
  private static final long LIMIT_BYTES = 4L << 30;

  private final Path folder;

  private VerifiedCopy(Path folder) {
    this.folder = folder;
  }

  /// Copies the signed files.
  ///
  /// @param target a private folder, new and empty; removed if this throws
  /// @throws UntrustedPluginException if the original is not what was signed
  static VerifiedCopy make(PluginFolder original, SignedManifest manifest, Path target) {
    VerifiedCopy copy = new VerifiedCopy(target);
    try {
      requireRoom(manifest);
      manifest.requireExactly(original.files().keySet());
      original.requireNoEmptyFolder();
      Map<String, Path> files = original.files();
      for (SignedFile file : manifest.files()) {
        copy.add(file, files.getOrDefault(file.path(), original.root().resolve(file.path())));
      }
      copy.seal(target);
      return copy;
    } catch (IOException e) {
      copy.close();
      throw new UntrustedPluginException(
          Reason.UNREADABLE, original.root().toString(), "files to copy", e.toString(), e);
    } catch (RuntimeException | Error e) {
      copy.close();
      throw e;
    }
  }

  private static void requireRoom(SignedManifest manifest) {
    long bytes = 0;
    for (SignedFile file : manifest.files()) {
      bytes += Math.min(file.size(), LIMIT_BYTES + 1);
    }
    if (bytes > LIMIT_BYTES) {
      throw new UntrustedPluginException(
          Reason.TOO_LARGE, ".", "at most %d bytes".formatted(LIMIT_BYTES), "more");
    }
  }

  private void add(SignedFile file, Path original) throws IOException {
    Path target = folder.resolve(file.path()).normalize();
    if (!target.startsWith(folder)) {
      // Such as C:x, which is a plain name elsewhere.
      throw new UntrustedPluginException(
          Reason.MALFORMED, file.path(), "a path inside the folder", target.toString());
    }
    for (Path above = folder; !above.equals(target.getParent()); ) {
      above = above.resolve(above.relativize(target).getName(0));
      if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
        Path _ = FolderTree.make(above);
      }
    }
    // The scan has seen a plain file; what stands there now must not make the open hang or leave.
    if (!Files.isRegularFile(original, LinkOption.NOFOLLOW_LINKS)) {
      throw new UntrustedPluginException(
          Reason.CHANGED, file.path(), "a plain file", "something else, since a moment ago");
    }
    try (InputStream input = open(original);
        OutputStream output = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      file.copy(input, output);
    } catch (NoSuchFileException e) {
      throw new UntrustedPluginException(
          Reason.MISSING, file.path(), file.size() + " bytes", "no file, since a moment ago", e);
    }
    FolderTree.mode(target, file.executable() ? "r-x------" : "r--------");
  }

  /// Opens a file for reading, unless it is a link.
  static InputStream open(Path file) throws IOException {
    return Channels.newInputStream(
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
  }

  /// From the deepest folder up, no one can put anything into it any more.
  private void seal(Path top) throws IOException {
    if (!FolderTree.knowsModes(top)) {
      return;
    }
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(top)) {
      for (Path entry : entries) {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          seal(entry);
        }
      }
    }
    FolderTree.mode(top, "r-x------");
  }

  /// Where the copy is.
  Path folder() {
    return folder;
  }

  /// Removes the copy. Calling it again does nothing.
  @Override
  public void close() {
    try {
      FolderTree.remove(folder);
    } catch (IOException e) {
      // The next host that opens the same place removes it.
      LOGGER.warn("a plugin's copy is left behind: {}: {}", folder, e.toString());
    }
  }
}
