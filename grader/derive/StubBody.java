package derive;

import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The body that a learner finds instead of an answer, indented as google-java-format does.
final class StubBody {
  private StubBody() {}

  static Edit edit(ParsedSource source, MethodTree method, Mark mark) {
    List<String> lines =
        mark.stub().isEmpty() ? thrown(source, method, mark) : Stub.of(mark).lines();
    int start = source.start(method.getBody());
    int end = source.end(method.getBody());
    return new Edit(start, end, braced(source, source.indentAt(source.start(method)), lines));
  }

  private static List<String> thrown(ParsedSource source, MethodTree method, Mark mark) {
    List<String> lines = new ArrayList<>();
    constructorCall(source, method).ifPresent(lines::add);
    lines.add("throw new ExerciseNotDone(\"%s\");".formatted(mark.id()));
    return lines;
  }

  /// A superclass may have no constructor without parameters, so the call cannot go.
  private static Optional<String> constructorCall(ParsedSource source, MethodTree method) {
    Optional<StatementTree> call = AnswerBodies.constructorCall(method);
    if (call.isPresent() && !method.getBody().getStatements().getFirst().equals(call.get())) {
      throw source.failure(
          method, "cannot empty a constructor with statements before super(...) or this(...)");
    }
    return call.map(source::textOf);
  }

  private static String braced(ParsedSource source, String indent, List<String> lines) {
    String newline = source.newline();
    if (lines.isEmpty()) {
      return "{}";
    }
    return lines.stream()
        .map(line -> line.isBlank() ? "" : indent + "  " + line)
        .collect(Collectors.joining(newline, "{" + newline, newline + indent + "}"));
  }
}
