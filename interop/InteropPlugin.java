//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES generated/course/probe/v1/*.java
//SOURCES probe/*.java

import probe.PluginRun;

/// The plugin of the interop runs: serves the calculator and the probe.
void main(String[] arguments) {
  PluginRun.run(arguments);
}
