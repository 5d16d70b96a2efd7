/// The grader: compiles a learner's folder, runs the course's checks on it in a JVM of their own,
/// and says per exercise what came out, with the evidence.
///
/// [check.Grader] is the way in for code, [check.CheckCommand] the one for people.
@NullMarked
package check;

import org.jspecify.annotations.NullMarked;
