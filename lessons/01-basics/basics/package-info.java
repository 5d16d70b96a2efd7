/// Layer 1: two processes find each other and talk.
///
/// A host starts a plugin ([PluginProcess]), reads its [HandshakeLine], connects to its address
/// ([PluginConnection]) and calls it through the contract ([CalculatorClient]). The plugin checks
/// the [MagicCookie], listens ([PluginListener]) and serves the contract ([CalculatorService]).
@NullMarked
package basics;

import org.jspecify.annotations.NullMarked;
