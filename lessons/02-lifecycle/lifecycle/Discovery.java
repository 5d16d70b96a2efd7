package lifecycle;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Finds plugins by their files' names (go-plugin: `Discover`).
public final class Discovery {
  private Discovery() {}

  /// The files of a directory whose names match, as absolute paths, sorted. What is a plugin shows
  /// only when it is started: nothing but the name is looked at.
  ///
  /// @param glob a pattern such as `greeter-*`, in the syntax of
  ///   [java.nio.file.FileSystem#getPathMatcher] without its prefix; with `/`, a pattern for each
  ///   folder on the way and one for the file
  /// @param directory where to look; a relative one is taken from the program's own
  /// @return may be empty, as for a directory that does not exist or may not be read
  /// @throws java.util.regex.PatternSyntaxException if the pattern is none
  public static List<Path> find(String glob, Path directory) {
    List<Path> found = List.of(directory.toAbsolutePath().normalize());
    for (String name : glob.split("/", -1)) {
      List<Path> next = new ArrayList<>();
      for (Path folder : found) {
        next.addAll(matching(name, folder));
      }
      found = next;
    }
    return found.stream().sorted().toList();
  }

  private static List<Path> matching(String name, Path folder) {
    List<Path> matching = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, name)) {
      entries.forEach(matching::add);
    } catch (IOException | DirectoryIteratorException ignored) {
      // As in go-plugin: what cannot be read holds no plugins.
    }
    return matching;
  }
}
