//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES matrix/*.java
//SOURCES soak/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow

import basics.PluginException;
import java.time.Duration;
import matrix.CourseFolder;
import soak.SoakCommand;

/// Starts and kills plugins and hosts at random moments, and counts what stays behind: `make soak`,
/// or `./jbang soak 100` for 100 starts.
void main(String[] arguments) throws InterruptedException {
  try {
    int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
    System.exit(SoakCommand.run(CourseFolder.find(), starts, Duration.ofMinutes(9), System.out));
  } catch (NumberFormatException e) {
    System.err.println("soak: how many starts? For example: ./jbang soak 100");
    System.exit(2);
  } catch (IOException | PluginException e) {
    System.err.println("soak: " + e.getMessage());
    System.exit(2);
  }
}
