package derive;

import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.tree.Tree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Makes a lesson's file from a solution's file.
///
/// Marked bodies become `throw new ExerciseNotDone("1.4");` or the mark's stub. Then the private
/// members and imports go that only answers used. All other text stays byte for byte.
///
/// Immutable and thread-safe.
public final class Deriver {
  private static final String NOT_DONE = "course.ExerciseNotDone";

  /// Most files have no mark and need not be parsed.
  private static final Pattern PERHAPS_MARKED = Pattern.compile("Exercise\\s*\\(");

  private final int lesson;

  /// @param lesson the lesson's number; marks of other lessons are refused
  public Deriver(int lesson) {
    this.lesson = lesson;
  }

  /// Derives a file without any answer.
  public String derive(String solution, Path file) {
    return derive(solution, file, Set.of());
  }

  /// Derives a file in which some exercises are done.
  ///
  /// @param solution the text of the solution's file
  /// @param file its path, for messages
  /// @param done the ids of the exercises whose answers stay
  /// @throws SourceException if the text or a mark in it is wrong, or the result would not parse
  public String derive(String solution, Path file, Set<String> done) {
    if (!PERHAPS_MARKED.matcher(solution).find()) {
      return solution;
    }
    ParsedSource source = SourceParser.parse(file, solution);
    List<Mark> marks = MarkFinder.find(source, lesson);
    return marks.isEmpty() ? solution : new OneFile(source, marks, done).derive();
  }

  /// Returns the ids of the exercises that a solution's file marks.
  public Set<String> exercises(String solution, Path file) {
    if (!PERHAPS_MARKED.matcher(solution).find()) {
      return Set.of();
    }
    return MarkFinder.find(SourceParser.parse(file, solution), lesson).stream()
        .map(Mark::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The work on one file.
  private static final class OneFile {
    private final ParsedSource source;
    private final List<Mark> marks;
    private final IdentityHashMap<MethodTree, Mark> open;
    private final HelperRule rule;

    OneFile(ParsedSource source, List<Mark> marks, Set<String> done) {
      this.source = source;
      this.marks = marks;
      this.open = openAnswers(marks, done);
      this.rule = new HelperRule(source, markedMembers(marks));
    }

    /// A mark on a method comes after the mark on its type, and wins.
    private static IdentityHashMap<MethodTree, Mark> openAnswers(
        List<Mark> marks, Set<String> done) {
      IdentityHashMap<MethodTree, Mark> open = new IdentityHashMap<>();
      for (Mark mark : marks) {
        if (!done.contains(mark.id())) {
          mark.answers().forEach(answer -> open.put(answer, mark));
        }
      }
      return open;
    }

    private static Set<Tree> markedMembers(List<Mark> marks) {
      Set<Tree> members = Collections.newSetFromMap(new IdentityHashMap<>());
      marks.forEach(mark -> members.add(mark.member()));
      return members;
    }

    String derive() {
      Uses before = UseScanner.scan(source, rule, _ -> true);
      Uses after = usesOfLesson();
      List<Tree> orphans = orphans(before, after);
      List<Edit> edits = new ArrayList<>(Removal.of(source, orphans));
      edits.addAll(bodyEdits(orphans));
      edits.addAll(annotationEdits(orphans));
      String stubbed = Edit.apply(source.text(), edits);
      return withImports(stubbed, before);
    }

    private Uses usesOfLesson() {
      Uses uses = UseScanner.scan(source, rule, method -> !open.containsKey(method));
      for (Mark mark : Set.copyOf(open.values())) {
        if (!mark.stub().isEmpty()) {
          uses.addAll(Stub.of(mark).uses(source, mark.annotation()));
        }
      }
      return uses;
    }

    private List<Tree> orphans(Uses before, Uses after) {
      Set<Tree> orphans = before.neededHelpers();
      orphans.removeAll(after.neededHelpers());
      return orphans.stream().filter(member -> !isWithin(member, orphans)).toList();
    }

    private boolean isWithin(Tree member, Set<Tree> others) {
      return others.stream()
          .anyMatch(
              other ->
                  !other.equals(member)
                      && source.start(other) <= source.start(member)
                      && source.end(member) <= source.end(other));
    }

    private List<Edit> bodyEdits(List<Tree> orphans) {
      return open.entrySet().stream()
          .filter(answer -> !isWithin(answer.getKey(), Set.copyOf(orphans)))
          .filter(answer -> !orphans.contains(answer.getKey()))
          .map(answer -> StubBody.edit(source, answer.getKey(), answer.getValue()))
          .toList();
    }

    private List<Edit> annotationEdits(List<Tree> orphans) {
      return marks.stream()
          .filter(Mark::hasStub)
          .filter(mark -> !isWithin(mark.annotation(), Set.copyOf(orphans)))
          .map(this::withoutStub)
          .toList();
    }

    private Edit withoutStub(Mark mark) {
      String name = source.textOf(mark.annotation().getAnnotationType());
      return new Edit(
          source.start(mark.annotation()),
          source.end(mark.annotation()),
          "@%s(\"%s\")".formatted(name, mark.id()));
    }

    private String withImports(String stubbed, Uses before) {
      ParsedSource lesson = parseResult(stubbed);
      HelperRule none = new HelperRule(lesson, Set.of());
      Set<String> used = UseScanner.scan(lesson, none, _ -> true).bareNames();
      Set<String> usedBefore = before.bareNames();
      String result =
          Imports.rewrite(
              lesson, each -> isOrphan(Imports.simpleName(each), used, usedBefore), newImports());
      parseResult(result);
      return result;
    }

    private static boolean isOrphan(String name, Set<String> used, Set<String> usedBefore) {
      return usedBefore.contains(name) && !used.contains(name);
    }

    private Set<String> newImports() {
      Set<String> imports = new TreeSet<>();
      for (Mark mark : open.values()) {
        if (!mark.stub().isEmpty()) {
          imports.addAll(Stub.of(mark).imports());
        } else if (!inPackageOfExercises()) {
          imports.add(NOT_DONE);
        }
      }
      return imports;
    }

    private boolean inPackageOfExercises() {
      PackageTree clause = source.unit().getPackage();
      boolean samePackage = clause != null && clause.getPackageName().toString().equals("course");
      return samePackage
          || source.unit().getImports().stream()
              .map(ImportTree::getQualifiedIdentifier)
              .anyMatch(name -> name.toString().equals("course.*"));
    }

    private ParsedSource parseResult(String text) {
      try {
        return SourceParser.parse(source.file(), text);
      } catch (SourceException e) {
        throw source.failure(
            marks.getFirst().annotation(),
            "the derived file would not be Java; is a stub wrong? (" + e.getMessage() + ")");
      }
    }
  }
}
