//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES matrix/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import basics.PluginException;
import matrix.CourseFolder;
import matrix.MatrixCommand;

/// Runs each host with each plugin, Java and Go, in every way: `make interop`.
void main() throws InterruptedException {
  try {
    System.exit(MatrixCommand.run(CourseFolder.find(), System.out));
  } catch (IOException | PluginException e) {
    System.err.println("interop: " + e.getMessage());
    System.exit(2);
  }
}
