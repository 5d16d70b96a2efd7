package derive;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Rewrites a file's imports: drops some, adds some, keeps the others as they stand.
///
/// New ones go where google-java-format wants them: static imports first, then a blank line, then
/// the others, each group in ASCII order.
public final class Imports {
  private final ParsedSource source;
  private final String newline;
  private final StringBuilder result = new StringBuilder();
  private Optional<Boolean> lastIsStatic = Optional.empty();
  private boolean lastIsKept;

  private Imports(ParsedSource source) {
    this.source = source;
    this.newline = source.newline();
  }

  /// Returns the text with other imports.
  ///
  /// @param dropped tells which of the present imports go
  /// @param added what further ones name, such as `a.B` or `static a.B.c`
  public static String rewrite(
      ParsedSource source, Predicate<ImportTree> dropped, Set<String> added) {
    List<? extends ImportTree> present = source.unit().getImports();
    Set<String> missing = new TreeSet<>(added);
    present.forEach(each -> missing.remove(nameWithStatic(each)));
    if (missing.isEmpty() && present.stream().noneMatch(dropped)) {
      return source.text();
    }
    Imports imports = new Imports(source);
    return present.isEmpty()
        ? imports.insertFirst(missing)
        : imports.rebuild(present, dropped, missing);
  }

  /// Returns the simple name that an import stands for; `*` for all of a package.
  static String simpleName(ImportTree each) {
    String name = each.getQualifiedIdentifier().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String nameWithStatic(ImportTree each) {
    return (each.isStatic() ? "static " : "") + each.getQualifiedIdentifier();
  }

  private String rebuild(
      List<? extends ImportTree> present, Predicate<ImportTree> dropped, Set<String> missing) {
    int start = source.start(present.getFirst());
    int end = source.end(present.getLast());
    List<String> waiting = new ArrayList<>(missing.stream().sorted(Imports::inOrder).toList());
    int gapStart = start;
    for (ImportTree each : present) {
      if (!dropped.test(each)) {
        emitThoseBefore(each, waiting);
      }
      emitPresent(each, gapStart, dropped.test(each));
      gapStart = source.end(each);
    }
    waiting.forEach(this::emitNew);
    String text = source.text();
    int rest = result.isEmpty() ? Lines.skipBlankLines(text, nextLine(end)) : end;
    return text.substring(0, start) + result + text.substring(rest);
  }

  private int nextLine(int offset) {
    return Lines.startOfNextLine(source.text(), offset);
  }

  private void emitThoseBefore(ImportTree each, List<String> waiting) {
    while (!waiting.isEmpty()
        && !each.isModule()
        && inOrder(waiting.getFirst(), nameWithStatic(each)) < 0) {
      emitNew(waiting.removeFirst());
    }
  }

  private static int inOrder(String one, String other) {
    boolean oneStatic = isStatic(one);
    return oneStatic == isStatic(other) ? one.compareTo(other) : (oneStatic ? -1 : 1);
  }

  private static boolean isStatic(String name) {
    return name.startsWith("static ");
  }

  private void emitPresent(ImportTree each, int gapStart, boolean dropped) {
    if (dropped) {
      lastIsKept = false;
      return;
    }
    String gap = source.text().substring(gapStart, source.start(each));
    result.append(lastIsKept ? gap : separator(each.isStatic()));
    result.append(source.textOf(each));
    lastIsStatic = Optional.of(each.isStatic());
    lastIsKept = true;
  }

  private void emitNew(String name) {
    result.append(separator(isStatic(name))).append("import ").append(name).append(';');
    lastIsStatic = Optional.of(isStatic(name));
    lastIsKept = false;
  }

  private String separator(boolean isStatic) {
    return lastIsStatic.map(last -> last == isStatic ? newline : newline + newline).orElse("");
  }

  private String insertFirst(Set<String> missing) {
    missing.stream().sorted(Imports::inOrder).forEach(this::emitNew);
    String text = source.text();
    Tree packageClause = source.unit().getPackage();
    if (packageClause != null) {
      int at = source.end(packageClause);
      return text.substring(0, at) + newline + newline + result + text.substring(at);
    }
    int at = Comments.startOfDocumentation(text, startOfFirstType());
    return text.substring(0, at) + result + newline + newline + text.substring(at);
  }

  /// A compact source file's class is not written; its first member is what starts there.
  private int startOfFirstType() {
    return source.unit().getTypeDecls().stream()
        .flatMap(type -> type instanceof ClassTree body ? withMembers(body) : Stream.of(type))
        .filter(source::written)
        .mapToInt(source::start)
        .min()
        .orElse(source.text().length());
  }

  private static Stream<Tree> withMembers(ClassTree type) {
    return Stream.concat(Stream.of(type), type.getMembers().stream());
  }
}
