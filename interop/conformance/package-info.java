/// The conformance kit: what a plugin, or a host, of any language meets of go-plugin's protocol.
///
/// It judges from outside: raw processes, raw sockets, gRPC stubs. Of the framework it uses values
/// only, never the host or the plugin that it may be asked to judge.
@NullMarked
package conformance;

import org.jspecify.annotations.NullMarked;
