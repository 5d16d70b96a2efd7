//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES matrix/*.java
//SOURCES soak/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC --sun-misc-unsafe-memory-access=allow

import java.time.Duration;
import soak.SoakCommand;

/// Starts and kills plugins and hosts at random moments, and counts what stays behind: `make soak`.
void main(String[] arguments) throws IOException, InterruptedException {
  int starts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
  System.exit(SoakCommand.run(Path.of(""), starts, Duration.ofMinutes(9), System.out));
}
