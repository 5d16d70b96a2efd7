package extensions;

import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.util.function.Consumer;

/// What a host adds to each of its broker's side connections, whoever opens it: the place for rules
/// that no service and no caller may forget, such as permissions. Immutable.
///
/// It is added last, so its interceptors run before those of service or caller.
///
/// @param servers for each server that this side opens for the other
/// @param dials for each connection that this side opens to the other
public record BrokerGuard(
    Consumer<NettyServerBuilder> servers, Consumer<NettyChannelBuilder> dials) {
  /// Adds nothing.
  public static final BrokerGuard NONE = new BrokerGuard(builder -> {}, builder -> {});
}
