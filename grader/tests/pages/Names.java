package pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The names of classes and of remote calls that a picture may use.
///
/// @param known the names of all classes of the framework and of all its remote calls
record Names(Set<String> known) {
  private static final Pattern NAME = Pattern.compile("\\b[A-Z][a-z0-9]+(?:[A-Z][a-z0-9]*)+\\b");
  private static final Pattern CALL = Pattern.compile("\\brpc (\\w+)");
  private static final Set<String> FOLDERS = Set.of("shared-contract", "solutions");

  static Names in(Path root) throws IOException {
    Set<String> known = new TreeSet<>();
    for (String folder : FOLDERS) {
      try (Stream<Path> files = Files.walk(root.resolve(folder))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          known.addAll(named(file));
        }
      }
    }
    return new Names(known);
  }

  private static List<String> named(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith(".java")) {
      return List.of(name.replace(".java", ""));
    }
    return name.endsWith(".proto")
        ? CALL.matcher(Files.readString(file)).results().map(call -> call.group(1)).toList()
        : List.of();
  }

  /// The names in a page's pictures that are no class and no remote call.
  List<String> unknown(Page page) {
    List<String> unknown = new ArrayList<>();
    for (Page.Block block : page.parts(Page.Block.class)) {
      if (block.language().equals("mermaid")) {
        NAME.matcher(block.text())
            .results()
            .map(found -> found.group())
            .filter(name -> !known.contains(name))
            .forEach(unknown::add);
      }
    }
    return unknown;
  }
}
