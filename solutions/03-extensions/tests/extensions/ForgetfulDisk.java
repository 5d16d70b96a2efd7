package extensions;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A disk in memory that can lose its power: then it has forgotten all that was not forced. It can
/// also refuse its work from some step on.
final class ForgetfulDisk implements Disk {
  /// No step of the disk fails.
  static final int NEVER = Integer.MAX_VALUE;

  /// A file as the system sees it and as it would be after a power cut.
  private static final class Content {
    private byte[] seen = {};
    private byte[] forced = {};
  }

  private Map<Path, Content> names = new TreeMap<>();
  private Map<Path, Content> forcedNames = new TreeMap<>();
  private int stepsLeft = NEVER;

  /// Lets that many steps work; each later one fails.
  synchronized void failAfter(int steps) {
    stepsLeft = steps;
  }

  /// The power is cut, and comes back.
  synchronized void cutPower() {
    names = new HashMap<>(forcedNames);
    names.values().forEach(content -> content.seen = content.forced);
    stepsLeft = NEVER;
  }

  private void step() throws IOException {
    if (stepsLeft == 0) {
      throw new IOException("the disk is full");
    }
    stepsLeft = stepsLeft == NEVER ? NEVER : stepsLeft - 1;
  }

  @Override
  public synchronized Optional<byte[]> read(Path file) {
    return Optional.ofNullable(names.get(file)).map(content -> content.seen.clone());
  }

  @Override
  public synchronized void write(Path file, byte[] content) throws IOException {
    Content written = names.computeIfAbsent(file, path -> new Content());
    // A crash in the middle: half of it, on the disk as well.
    written.seen = Arrays.copyOf(content, content.length / 2);
    written.forced = written.seen;
    step();
    written.seen = content.clone();
  }

  @Override
  public synchronized void force(Path path) throws IOException {
    step();
    Content content = names.get(path);
    if (content == null) {
      forcedNames = new HashMap<>(names);
    } else {
      content.forced = content.seen;
    }
  }

  /// A journal may write the new name early: the worst case for a file that was not forced.
  @Override
  public synchronized void replace(Path from, Path to) throws IOException {
    step();
    Content content = names.remove(from);
    if (content == null) {
      throw new NoSuchFileException(from.toString());
    }
    names.put(to, content);
  }
}
