package weave;

import derive.Deriver;
import derive.ParsedSource;
import derive.SourceException;
import derive.SourceParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The files that pages quote, each read and parsed once. Not thread-safe.
final class Sources {
  private static final Pattern OF_LESSON = Pattern.compile("solutions/(\\d\\d)-[^/]+/.*");
  private static final List<String> FOLDERS = List.of("solutions", "shared-contract", "interop");

  private final Path root;
  private final Map<String, ParsedSource> finished = new HashMap<>();
  private final Map<String, ParsedSource> derived = new HashMap<>();

  /// @param root the course's folder
  Sources(Path root) {
    this.root = root;
  }

  /// The text that a mark asks for.
  ///
  /// @param forLearners whether the page is a lesson's, which must not show an answer at all
  /// @throws WeaveException if a piece is not there, or is an answer that the mark does not ask for
  String quote(CodeMark mark, boolean forLearners) {
    if (mark.answer() && forLearners) {
      throw new WeaveException("a lesson's page shows no answer");
    }
    List<String> texts = mark.isJava() ? ofJava(mark, forLearners) : byOutline(mark);
    boolean oneLiners = texts.stream().noneMatch(text -> text.contains("\n"));
    return String.join(oneLiners || mark.language().equals("yaml") ? "\n" : "\n\n", texts);
  }

  private List<String> byOutline(CodeMark mark) {
    String text = read(mark.file());
    Outline outline = new Outline(mark.file(), text.lines().toList());
    return mark.pieces().isEmpty()
        ? List.of(text.strip())
        : mark.pieces().stream().map(outline::of).toList();
  }

  private List<String> ofJava(CodeMark mark, boolean forLearners) {
    if (mark.pieces().isEmpty()) {
      throw new WeaveException("no member is named, such as %s#add".formatted(mark.file()));
    }
    List<String> texts = new ArrayList<>();
    for (Piece piece : mark.pieces()) {
      String text = new JavaQuote(java(mark.file()), mark.documented()).of(piece);
      if (!mark.answer() && !text.equals(inLesson(mark, piece))) {
        throw new WeaveException(
            "%s in %s is an exercise's answer, or a part of it; %s"
                .formatted(
                    piece.name(),
                    mark.file(),
                    forLearners ? "quote what is given" : "write `answer` if that is meant"));
      }
      texts.add(text);
    }
    return texts;
  }

  /// The same piece as a learner finds it; empty if it is not there.
  private String inLesson(CodeMark mark, Piece piece) {
    try {
      return new JavaQuote(lesson(mark.file()), mark.documented()).of(piece);
    } catch (WeaveException gone) {
      return "";
    }
  }

  /// The parsed file.
  ///
  /// @param file its path from the course's root
  /// @throws WeaveException if there is no such file, or it is a learner's
  ParsedSource java(String file) {
    return parsed(finished, file, this::read);
  }

  private ParsedSource lesson(String file) {
    return parsed(derived, file, name -> derive(name, read(name)));
  }

  private static String derive(String file, String text) {
    Matcher lesson = OF_LESSON.matcher(file);
    return lesson.matches()
        ? new Deriver(Integer.parseInt(lesson.group(1))).derive(text, Path.of(file))
        : text;
  }

  private static ParsedSource parsed(
      Map<String, ParsedSource> known, String file, Function<String, String> text) {
    try {
      return known.computeIfAbsent(
          file, name -> SourceParser.parse(Path.of(name), text.apply(name)));
    } catch (SourceException e) {
      throw new WeaveException(String.valueOf(e.getMessage()));
    }
  }

  private String read(String file) {
    if (file.startsWith("lessons/")) {
      throw new WeaveException("%s is the learner's; quote solutions/".formatted(file));
    }
    Path path = root.resolve(file).normalize();
    if (!path.startsWith(root) || !Files.isRegularFile(path)) {
      throw new WeaveException("there is no file %s%s".formatted(file, elsewhere(path)));
    }
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Where a file of that name is instead.
  private String elsewhere(Path missing) {
    List<String> found = new ArrayList<>();
    for (String folder : FOLDERS) {
      if (Files.isDirectory(root.resolve(folder))) {
        try (Stream<Path> files = Files.walk(root.resolve(folder))) {
          files
              .filter(file -> file.getFileName().equals(missing.getFileName()))
              .map(file -> root.relativize(file).toString().replace('\\', '/'))
              .forEach(found::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return found.isEmpty() ? "" : "; there is: " + String.join(", ", found);
  }
}
