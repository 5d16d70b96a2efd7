package derive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Knows which files in `lessons/` hold work that exists nowhere else.
///
/// That is a file which neither git's HEAD holds nor the last derivation wrote. Without git, or
/// before the first commit, only the latter is known.
final class LearnersWork {
  private final Path root;
  private final Optional<Set<Path>> changedSinceHead;
  private final DerivedRecord lastDerived;

  private LearnersWork(Path root, Optional<Set<Path>> changedSinceHead, DerivedRecord record) {
    this.root = root;
    this.changedSinceHead = changedSinceHead;
    this.lastDerived = record;
  }

  static LearnersWork in(Path root, DerivedRecord lastDerived) {
    return new LearnersWork(root, changedSinceHead(root), lastDerived);
  }

  /// Tells whether writing over this file would lose something.
  boolean holds(Path file) {
    boolean changed = changedSinceHead.map(files -> files.contains(file)).orElse(true);
    return Files.exists(file) && changed && !lastDerived.wrote(root, file);
  }

  private static Optional<Set<Path>> changedSinceHead(Path root) {
    Optional<Set<Path>> edited =
        git(root, "diff", "--name-only", "--relative", "-z", "HEAD", "--", "lessons");
    Optional<Set<Path>> unknown = git(root, "ls-files", "--others", "-z", "--", "lessons");
    return edited.flatMap(files -> unknown.map(others -> union(files, others)));
  }

  private static Set<Path> union(Set<Path> one, Set<Path> other) {
    Set<Path> all = new HashSet<>(one);
    all.addAll(other);
    return all;
  }

  /// Runs git and returns the files it names, or nothing if git cannot tell.
  private static Optional<Set<Path>> git(Path root, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", root.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      git.getOutputStream().close();
      String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(paths(root, names)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // no git on this machine
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException("interrupted while git ran", e));
    }
  }

  private static Set<Path> paths(Path root, String names) {
    Set<Path> paths = new HashSet<>();
    Arrays.stream(names.split("\0", -1))
        .filter(name -> !name.isEmpty())
        .forEach(name -> paths.add(root.resolve(name)));
    return paths;
  }
}
