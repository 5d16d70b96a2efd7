package weave;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Fills the marked blocks of pages, and sets the lines of links to members. All else stays.
///
/// A block of source code needs a comment in the line before it: `code:` and what it quotes, or
/// `not from source:` and the reason. Not thread-safe.
public final class PageWeaver {
  /// The longest line of a block, indentation included: more has to be scrolled.
  static final int WIDTH = 100;

  /// The most lines of a block: more is not read.
  static final int LINES = 26;

  private static final Pattern FENCE = Pattern.compile("( *)(```+|~~~+) *(\\w*) *");
  private static final Pattern MARK =
      Pattern.compile("( *)<!-- *(code|not from source): *(.*?) *-->\\s*");
  private static final Pattern LIKE_A_MARK = Pattern.compile(" *<!-- *(code|not from source)\\b.*");
  private static final Set<String> SOURCE_CODE = Set.of("java", "yaml", "yml", "proto");

  private final Path root;
  private final Sources sources;

  /// @param root the course's folder, absolute
  public PageWeaver(Path root) {
    this.root = root;
    this.sources = new Sources(root);
  }

  /// Weaves one page.
  ///
  /// @param page its path, below the root
  /// @param text as it is now
  public Woven weave(Path page, String text) {
    return new OnePage(root.relativize(page), text).weave();
  }

  /// The work on one page.
  private final class OnePage {
    private final Path page;
    private final List<String> lines;
    private final LineLinks links;
    private final List<String> result = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private int at;

    OnePage(Path page, String text) {
      this.page = page;
      this.lines = List.of(text.split("\n", -1));
      this.links = new LineLinks(sources, page);
    }

    Woven weave() {
      while (at < lines.size()) {
        String line = lines.get(at);
        Matcher mark = MARK.matcher(line);
        if (mark.matches()) {
          marked(mark);
        } else if (FENCE.matcher(line).matches()) {
          unmarked();
        } else {
          plain(line);
        }
      }
      return new Woven(String.join("\n", result), problems);
    }

    private void plain(String line) {
      if (LIKE_A_MARK.matcher(line).matches()) {
        problem("the mark is not one line, <!-- code: FILE#MEMBER --> or the like");
      }
      try {
        result.add(links.updated(line));
      } catch (WeaveException e) {
        problem(String.valueOf(e.getMessage()));
        result.add(line);
      }
      at++;
    }

    private void unmarked() {
      Matcher fence = FENCE.matcher(lines.get(at));
      if (fence.matches() && SOURCE_CODE.contains(fence.group(3))) {
        problem(
            "a block of %s without a mark, <!-- code: FILE#MEMBER --> or <!-- not from source: WHY -->"
                .formatted(fence.group(3)));
      }
      result.addAll(block());
    }

    private void marked(Matcher mark) {
      int line = at;
      result.add(lines.get(at++));
      boolean hasBlock = at < lines.size() && FENCE.matcher(lines.get(at)).matches();
      List<String> block = hasBlock ? block() : List.of();
      try {
        result.addAll(
            mark.group(2).equals("code")
                ? quoted(mark.group(1), CodeMark.parse(mark.group(3)))
                : explained(mark.group(3), block));
      } catch (WeaveException e) {
        problems.add("%s:%d: %s".formatted(page, line + 1, e.getMessage()));
        result.addAll(block);
      }
    }

    private static List<String> explained(String reason, List<String> block) {
      if (reason.isEmpty() || block.isEmpty()) {
        throw new WeaveException("a reason, and in the next line a block, must follow");
      }
      return block;
    }

    private List<String> quoted(String indent, CodeMark mark) {
      List<String> block = new ArrayList<>();
      block.add(indent + "```" + mark.language());
      sources
          .quote(mark, page.startsWith("lessons"))
          .lines()
          .map(line -> line.isBlank() ? "" : indent + line)
          .forEach(block::add);
      block.add(indent + "```");
      if (block.size() - 2 > LINES) {
        throw new WeaveException(
            "%d lines, more than %d: choose some, such as %s#run:2-4"
                .formatted(block.size() - 2, LINES, mark.file()));
      }
      for (String line : block) {
        if (line.length() > WIDTH) {
          throw new WeaveException("a line has %d columns: %s".formatted(line.length(), line));
        }
      }
      return block;
    }

    /// The lines from this fence to the one that closes it.
    private List<String> block() {
      Matcher opening = FENCE.matcher(lines.get(at));
      String closing = opening.matches() ? opening.group(2) : "";
      List<String> block = new ArrayList<>();
      int opened = at;
      do {
        block.add(lines.get(at++));
      } while (at < lines.size() && !lines.get(at).strip().equals(closing));
      if (at < lines.size()) {
        block.add(lines.get(at++));
      } else {
        problems.add("%s:%d: this block has no end".formatted(page, opened + 1));
      }
      return block;
    }

    private void problem(String sentence) {
      problems.add("%s:%d: %s".formatted(page, at + 1, sentence));
    }
  }
}
