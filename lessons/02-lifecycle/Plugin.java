//JAVA 25+
//SOURCES ../../shared-contract/Dependencies.java
//SOURCES ../../solutions/01-basics/basics/*.java
//SOURCES lifecycle/*.java

import basics.CalculatorImpl;
import basics.CalculatorService;
import basics.MagicCookie;
import java.util.Map;
import lifecycle.HandshakeConfig;
import lifecycle.PluginServer;
import lifecycle.ServeConfig;
import lifecycle.ServiceSet;

/// The plugin of lesson 2: the same calculator, served by the framework.
///
/// It knows two versions of the application's protocol, so that there is something to negotiate; in
/// this lesson both hold the same service.
void main() {
  MagicCookie cookie = new MagicCookie("COURSE_PLUGIN", "calculator");
  ServiceSet calculator =
      ServiceSet.of("calculator", () -> new CalculatorService(new CalculatorImpl()));
  PluginServer.serve(
      ServeConfig.of(new HandshakeConfig(1, cookie), Map.of(1, calculator, 2, calculator)));
}
