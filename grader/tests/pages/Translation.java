package pages;

import java.util.ArrayList;
import java.util.List;

/// Compares a page with its translation: only the words between headings, commands, links and
/// tables may differ.
final class Translation {
  private Translation() {}

  /// What differs, a line each; empty if the two are equal.
  static List<String> differences(Page original, Page translation) {
    List<Section> left = sections(original);
    List<Section> right = sections(translation);
    List<String> differences = new ArrayList<>();
    if (left.size() != right.size()) {
      differences.add("headings: %d and %d".formatted(left.size() - 1, right.size() - 1));
    }
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      if (!left.get(i).facts.equals(right.get(i).facts)) {
        differences.addAll(differences(left.get(i), right.get(i)));
      }
    }
    return differences;
  }

  private static List<String> differences(Section left, Section right) {
    List<String> missing = new ArrayList<>(left.facts);
    right.facts.forEach(missing::remove);
    List<String> added = new ArrayList<>(right.facts);
    left.facts.forEach(added::remove);
    List<String> differences = new ArrayList<>();
    missing.forEach(
        fact ->
            differences.add(
                "%s / %s: only the first has %s".formatted(left.name, right.name, fact)));
    added.forEach(
        fact ->
            differences.add(
                "%s / %s: only the second has %s".formatted(left.name, right.name, fact)));
    if (differences.isEmpty()) {
      differences.add("%s / %s: another order".formatted(left.name, right.name));
    }
    return differences;
  }

  /// A heading and what follows it, up to the next one.
  ///
  /// @param facts what both languages must have: blocks and tables in their order, then links and
  ///   inline code, sorted, since a sentence may name them in another order
  private record Section(String name, List<String> facts) {}

  private static List<Section> sections(Page page) {
    List<Section> sections = new ArrayList<>();
    List<Page.Part> parts = new ArrayList<>();
    String name = "beginning";
    for (Page.Part part : page.parts()) {
      if (part instanceof Page.Heading(int level, String anchor)) {
        sections.add(section(page, name, parts));
        parts.clear();
        name = anchor;
      }
      parts.add(part);
    }
    sections.add(section(page, name, parts));
    return sections;
  }

  private static Section section(Page page, String name, List<Page.Part> parts) {
    List<String> ordered = new ArrayList<>();
    List<String> unordered = new ArrayList<>();
    for (Page.Part part : parts) {
      switch (part) {
        case Page.Heading(int level, String anchor) -> ordered.add("a heading of level " + level);
        case Page.Block block -> ordered.add(block(block));
        case Page.Table(int rows, int cells) ->
            ordered.add("a table of %d rows, %d cells".formatted(rows, cells));
        case Page.Item() -> ordered.add("an item");
        case Page.Inline(String text) -> unordered.add("the code " + text);
        case Page.Link(String text, String target) ->
            unordered.add("a link to " + target(page, target));
      }
    }
    ordered.addAll(unordered.stream().sorted().toList());
    return new Section(name, ordered);
  }

  /// A picture's words are translated; its kind and its number of lines stay.
  private static String block(Page.Block block) {
    if (!block.language().equals("mermaid")) {
      return "the block %s %s".formatted(block.language(), block.text());
    }
    String kind = block.text().split("\\s", 2)[0];
    return "a %s of %d lines".formatted(kind, block.text().lines().count());
  }

  /// An anchor has its language's words, so its heading's number stands for it.
  private static String target(Page page, String target) {
    if (target.startsWith("#")) {
      return "heading " + page.heading(target.substring(1));
    }
    return target.equals("GUIDE.md") || target.equals("GUIDE.zh-CN.md") ? "the other" : target;
  }
}
