//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES matrix/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import matrix.MatrixCommand;

/// Runs each host with each plugin, Java and Go, in every way: `make interop`.
void main() throws IOException, InterruptedException {
  System.exit(MatrixCommand.run(Path.of(""), System.out));
}
