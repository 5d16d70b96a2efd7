package pages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// What a Markdown page is made of, in the order in which it is read.
///
/// @param path the page's file; its links are relative to its folder
/// @param parts headings, code, links, tables and list items
record Page(Path path, List<Part> parts) {
  private static final Parser PARSER =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();

  /// A piece of a page.
  sealed interface Part {}

  /// @param level 1 to 6
  /// @param anchor what a link writes after `#`, as GitHub makes it
  record Heading(int level, String anchor) implements Part {}

  /// @param language what stands after the fence; empty if nothing does
  record Block(String language, String text) implements Part {}

  /// Code in a sentence or a table's cell.
  record Inline(String text) implements Part {}

  /// @param text what the reader sees, code between backticks
  record Link(String text, String target) implements Part {}

  /// @param rows the head's row included
  /// @param cells all cells of all rows
  record Table(int rows, int cells) implements Part {}

  /// An item of a list.
  record Item() implements Part {}

  static Page read(Path path) throws IOException {
    return parse(path, Files.readString(path));
  }

  static Page parse(Path path, String markdown) {
    Reader reader = new Reader();
    PARSER.parse(markdown).accept(reader);
    return new Page(path, List.copyOf(reader.parts));
  }

  /// The parts of one kind.
  <T extends Part> List<T> parts(Class<T> kind) {
    return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /// All that is set as code, in blocks and in sentences, but no picture.
  List<String> code() {
    List<String> code = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Block(String language, String text) && !language.equals("mermaid")) {
        code.add(text);
      } else if (part instanceof Inline(String text)) {
        code.add(text);
      }
    }
    return code;
  }

  /// The heading that an anchor leads to, counted from 1; 0 if there is none.
  int heading(String anchor) {
    return parts(Heading.class).stream().map(Heading::anchor).toList().indexOf(anchor) + 1;
  }

  private static final class Reader extends AbstractVisitor {
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Integer> anchors = new HashMap<>();

    @Override
    public void visit(org.commonmark.node.Heading heading) {
      parts.add(new Heading(heading.getLevel(), anchor(text(heading, ""))));
      visitChildren(heading);
    }

    /// Letters, digits, `-` and `_` remain, a blank becomes `-`; the second of the same name gets a
    /// number.
    private String anchor(String title) {
      String name =
          title
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^\\p{L}\\p{M}\\p{N}_ -]", "")
              .replace(' ', '-');
      int before = anchors.merge(name, 1, Integer::sum) - 1;
      return before == 0 ? name : name + "-" + before;
    }

    @Override
    public void visit(FencedCodeBlock block) {
      parts.add(new Block(block.getInfo(), block.getLiteral()));
    }

    @Override
    public void visit(IndentedCodeBlock block) {
      parts.add(new Block("", block.getLiteral()));
    }

    @Override
    public void visit(Code code) {
      parts.add(new Inline(code.getLiteral()));
    }

    @Override
    public void visit(org.commonmark.node.Link link) {
      parts.add(new Link(text(link, "`"), link.getDestination()));
      visitChildren(link);
    }

    @Override
    public void visit(ListItem item) {
      parts.add(new Item());
      visitChildren(item);
    }

    @Override
    public void visit(CustomBlock block) {
      if (block instanceof TableBlock) {
        parts.add(new Table(count(block, TableRow.class), count(block, TableCell.class)));
      }
      visitChildren(block);
    }

    @Override
    public void visit(CustomNode node) {
      visitChildren(node);
    }

    private static int count(Node node, Class<? extends Node> kind) {
      int count = kind.isInstance(node) ? 1 : 0;
      for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
        count += count(child, kind);
      }
      return count;
    }

    /// @param fence what to set around code
    private static String text(Node node, String fence) {
      StringBuilder text = new StringBuilder();
      node.accept(
          new AbstractVisitor() {
            @Override
            public void visit(Text part) {
              text.append(part.getLiteral());
            }

            @Override
            public void visit(Code part) {
              text.append(fence).append(part.getLiteral()).append(fence);
            }
          });
      return text.toString();
    }
  }
}
