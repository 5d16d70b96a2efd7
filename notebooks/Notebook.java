//JAVA 25+
//SOURCES ../solutions/04-security-monitoring/SecurityDependencies.java
//SOURCES ../solutions/04-security-monitoring/MonitoringDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES ../solutions/02-lifecycle/lifecycle/*.java
//SOURCES ../solutions/03-extensions/extensions/*.java
//SOURCES ../solutions/04-security-monitoring/security/*.java
//SOURCES ../solutions/04-security-monitoring/monitoring/*.java
//SOURCES pictures/*.java
//SOURCES workbench/*.java

/// What the notebooks' kernel has on its class path, for JBang: the finished layers in one jar.
///
/// It must be one jar: `basics.PluginProgram` leaves the jar that it comes from off a plugin's
/// class path, and nothing of the host belongs there.
void main() {
  IO.println("This makes a class path. Open the notebooks by `make notebooks`.");
}
