/// The proof of the course: that its exercises can be done, cannot be passed by wrong answers, and
/// do not depend on each other.
///
/// Start at [prove.LessonProof], which lists the rules.
@NullMarked
package prove;

import org.jspecify.annotations.NullMarked;
