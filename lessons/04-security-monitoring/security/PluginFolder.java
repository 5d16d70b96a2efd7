package security;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import security.UntrustedPluginException.Reason;

/// What is in a plugin's folder: plain files and folders, or it is refused. No link is followed.
final class PluginFolder {
  private static final int DEPTH_LIMIT = 32;

  private final Path root;
  private final SortedMap<String, Path> files = new TreeMap<>();
  private final SortedSet<String> folders = new TreeSet<>();

  private PluginFolder(Path root) {
    this.root = root;
  }

  /// Looks at everything in a folder.
  ///
  /// @param root the folder; itself it may be reached by a link
  /// @throws UntrustedPluginException LINK, HARD_LINK, SPECIAL_FILE, TOO_LARGE, UNREADABLE, or
  ///   MALFORMED for a name that can be in no signed manifest
  static PluginFolder scan(Path root) {
    try {
      PluginFolder folder = new PluginFolder(root.toRealPath());
      Files.walkFileTree(
          folder.root, EnumSet.noneOf(FileVisitOption.class), DEPTH_LIMIT, folder.new Visitor());
      return folder;
    } catch (IOException e) {
      throw new UntrustedPluginException(
          Reason.UNREADABLE, root.toString(), "a folder of plain files", e.toString(), e);
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root)) {
        boolean _ = folders.add(name(folder));
        requireFew();
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String name = name(file);
      requirePlain(file, name, attributes);
      Path _ = files.put(name, file);
      requireFew();
      return FileVisitResult.CONTINUE;
    }
  }

  private String name(Path file) {
    String name =
        root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    if (!SignedFile.isPlain(name)) {
      throw new UntrustedPluginException(
          Reason.MALFORMED, name, "a path without backslash or control character", "this one");
    }
    return name;
  }

  private void requireFew() {
    if (files.size() + folders.size() > SignedManifest.FILE_LIMIT) {
      throw new UntrustedPluginException(
          Reason.TOO_LARGE, ".", "at most %d files".formatted(SignedManifest.FILE_LIMIT), "more");
    }
  }

  private static void requirePlain(Path file, String name, BasicFileAttributes attributes)
      throws IOException {
    if (attributes.isSymbolicLink()) {
      throw new UntrustedPluginException(
          Reason.LINK, name, "a file", "a link to " + Files.readSymbolicLink(file));
    }
    if (attributes.isDirectory()) {
      throw new UntrustedPluginException(
          Reason.TOO_LARGE, name, "at most %d folders deep".formatted(DEPTH_LIMIT), "more");
    }
    if (!attributes.isRegularFile()) {
      throw new UntrustedPluginException(
          Reason.SPECIAL_FILE, name, "a file", "a pipe, a socket or a device");
    }
    int names = names(file);
    if (names > 1) {
      throw new UntrustedPluginException(
          Reason.HARD_LINK, name, "a file with one name", names + " names");
    }
  }

  /// How many names a file has; one where the system does not tell.
  private static int names(Path file) throws IOException {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return 1;
    }
    Object links = Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS);
    return links instanceof Integer count ? count : 1;
  }

  /// The real path of the folder.
  Path root() {
    return root;
  }

  /// All files by their paths in it, the signed manifest's own not among them.
  SortedMap<String, Path> files() {
    SortedMap<String, Path> all = new TreeMap<>(files);
    all.remove(SignedManifest.FILE_NAME);
    return all;
  }

  /// The signed manifest's file; null if there is none.
  @Nullable Path signedManifest() {
    return files.get(SignedManifest.FILE_NAME);
  }

  /// A folder without a signed file in it was not signed either.
  ///
  /// @throws UntrustedPluginException EXTRA
  void requireNoEmptyFolder() {
    for (String folder : folders) {
      SortedMap<String, Path> below = files.tailMap(folder + "/");
      if (below.isEmpty() || !below.firstKey().startsWith(folder + "/")) {
        throw new UntrustedPluginException(
            Reason.EXTRA, folder, "no such folder", "an empty folder");
      }
    }
  }
}
