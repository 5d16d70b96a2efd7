package course;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a member whose body is the answer to an exercise.
///
/// Stands in `solutions/` and in `lessons/`. The deriving tool (`grader/derive`) copies the
/// solution and replaces each marked body by `throw new ExerciseNotDone("1.4");`. On a type, all
/// its bodies are meant. The task itself stands in the member's documentation, which both copies
/// share.
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.CONSTRUCTOR, ElementType.TYPE})
public @interface Exercise {
  /// The exercise's id, `lesson.number`, such as `1.4`.
  String value();

  /// What the lesson's body is instead of the throw: for exercises in which one mends code that
  /// works. Empty, and gone, in the lesson itself.
  String stub() default "";
}
