//JAVA 25+
//SOURCES ../shared-contract/Dependencies.java
//SOURCES matrix/CourseFolder.java
//SOURCES coverage/*.java

import coverage.CoverageCommand;
import matrix.CourseFolder;

/// Writes the table of what is proved, and where: `interop/COVERAGE.md`.
void main() {
  try {
    CoverageCommand.write(CourseFolder.find());
  } catch (IOException e) {
    System.err.println("coverage: " + e.getMessage());
    System.exit(2);
  }
}
