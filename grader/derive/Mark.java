package derive;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import java.util.List;

/// One `@Exercise` in a source file.
///
/// @param id the exercise, such as `1.4`
/// @param stub the text that stands in the lesson instead of the answer; empty: the lesson throws
/// @param hasStub whether the annotation has a `stub` attribute, which the lesson must not show
/// @param annotation where it stands
/// @param member the method, constructor or type that it stands on
/// @param answers the methods and constructors whose bodies are the answer
record Mark(
    String id,
    String stub,
    boolean hasStub,
    AnnotationTree annotation,
    Tree member,
    List<MethodTree> answers) {
  Mark {
    answers = List.copyOf(answers);
  }
}
