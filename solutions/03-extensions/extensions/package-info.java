/// Layer 3: what a plugin does beyond plain calls.
///
/// Host and plugin call each other back by side connections ([GrpcBroker], given to both by
/// [BrokerConnector]): each over a socket of its own, or all over one connection ([YamuxSession]).
@NullMarked
package extensions;

import org.jspecify.annotations.NullMarked;
