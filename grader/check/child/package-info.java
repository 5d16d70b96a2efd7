/// What runs inside the JVM that a learner's code shares: JUnit, a listener that reports each check
/// over a private file, and guards for code that hangs, exits or leaves processes behind.
///
/// Uses the JDK and JUnit only, so that it can stand on the class path beside any learner's code.
@NullMarked
package check.child;

import org.jspecify.annotations.NullMarked;
