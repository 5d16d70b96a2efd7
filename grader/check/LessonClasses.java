package check;

import java.nio.file.Path;

/// Where the classes of a learner's folder are while its checks run.
///
/// @param current where they are, or will be once compiled
/// @param finished where they go to afterwards, for the next time; the same if they are from there
record LessonClasses(Path current, Path finished) {
  static final String MAIN = "main";
  static final String CHECKS = "checks";

  boolean alreadyCompiled() {
    return current.equals(finished);
  }

  Path main() {
    return current.resolve(MAIN);
  }

  Path checks() {
    return current.resolve(CHECKS);
  }
}
