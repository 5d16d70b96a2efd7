package pages;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The links of pages that lead to files of the repository.
///
/// @param root the repository's folder; no link may lead out of it
record Links(Path root) {
  private static final Pattern ABSOLUTE = Pattern.compile("[a-z][a-z+.-]*:.*");
  private static final Pattern LINES = Pattern.compile("L(\\d+)(?:-L(\\d+))?");
  private static final Pattern MEMBER = Pattern.compile("`([a-z]\\w*)`");

  /// The links of a page that lead nowhere, with the reason.
  List<String> broken(Page page) throws IOException {
    List<String> broken = new ArrayList<>();
    for (Page.Link link : page.parts(Page.Link.class)) {
      if (!ABSOLUTE.matcher(link.target()).matches()) {
        fault(page, link).ifPresent(fault -> broken.add(link.target() + ": " + fault));
      }
    }
    return broken;
  }

  private Optional<String> fault(Page page, Page.Link link) throws IOException {
    String[] halves = link.target().split("#", 2);
    String anchor = halves.length == 2 ? halves[1] : "";
    if (halves[0].isEmpty()) {
      return anchorFault(page, anchor);
    }
    Path folder = page.path().toAbsolutePath().getParent();
    Path file = folder.resolve(URLDecoder.decode(halves[0], StandardCharsets.UTF_8)).normalize();
    if (!file.startsWith(root.toAbsolutePath().normalize())) {
      return Optional.of("leads out of the repository");
    }
    if (!Files.exists(file)) {
      return Optional.of("no such file");
    }
    if (anchor.isEmpty()) {
      return Optional.empty();
    }
    return file.toString().endsWith(".md")
        ? anchorFault(Page.read(file), anchor)
        : linesFault(Files.readAllLines(file), anchor, link.text());
  }

  private static Optional<String> anchorFault(Page page, String anchor) {
    String name = URLDecoder.decode(anchor, StandardCharsets.UTF_8);
    return page.heading(name) > 0 ? Optional.empty() : Optional.of("no such heading");
  }

  /// A link to lines whose text is a member's name, set as code, must lead to that member, from its
  /// first line to its closing brace: so it cannot get out of date.
  private static Optional<String> linesFault(List<String> file, String anchor, String text) {
    Matcher lines = LINES.matcher(anchor);
    if (!lines.matches()) {
      return Optional.of("no lines, such as #L3-L5");
    }
    int first = Integer.parseInt(lines.group(1));
    int last = Integer.parseInt(lines.group(2) == null ? lines.group(1) : lines.group(2));
    if (first < 1 || last < first || last > file.size()) {
      return Optional.of("no such lines");
    }
    Matcher member = MEMBER.matcher(text);
    if (!member.matches()) {
      return Optional.empty();
    }
    String name = member.group(1);
    String begin = file.get(first - 1);
    String end = " ".repeat(begin.length() - begin.stripLeading().length()) + "}";
    List<String> inside = file.subList(first, last);
    boolean whole = begin.contains(" " + name + "(") && inside.indexOf(end) == inside.size() - 1;
    return whole ? Optional.empty() : Optional.of("these lines are not the member " + name);
  }
}
