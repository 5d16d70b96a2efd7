//JAVA 25+
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES matrix/*.java
//SOURCES soak/*.java

/// The host that `make soak` kills: starts plugins and uses them.
void main(String[] arguments) throws InterruptedException {
  soak.SoakHost.run(arguments);
}
