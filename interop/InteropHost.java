//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES generated/course/probe/v1/*.java
//SOURCES probe/*.java

import probe.HostRun;

/// The host of the interop runs: starts any plugin and checks it.
void main(String[] arguments) {
  System.exit(HostRun.run(arguments, System.out));
}
