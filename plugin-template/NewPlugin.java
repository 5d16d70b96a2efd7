//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES ../solutions/03-extensions/ExtensionsDependencies.java
//SOURCES ../solutions/01-basics/basics/*.java
//SOURCES newplugin/*.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto

import newplugin.NewPluginCommand;
import picocli.CommandLine;

/// Makes a plugin's project outside of the course: `./jbang new-plugin my-plugin`.
void main(String[] arguments) {
  NewPluginCommand command = new NewPluginCommand(Path.of("").toAbsolutePath(), System.getenv());
  System.exit(new CommandLine(command).execute(arguments));
}
