package extensions;

import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.util.function.Consumer;

/// What one side adds to each of its broker's side connections, whoever opens it: the place for
/// rules that no service and no caller may forget, such as a host's permissions. Immutable.
///
/// It is added last, so its interceptors run before those of service or caller.
///
/// @param servers for each server that this side opens for the other
/// @param dials for each connection that this side opens to the other
public record BrokerGuard(
    Consumer<NettyServerBuilder> servers, Consumer<NettyChannelBuilder> dials) {
  /// Adds nothing.
  public static final BrokerGuard NONE = new BrokerGuard(builder -> {}, builder -> {});

  /// This guard and one more around it: the other's interceptors see a call first.
  public BrokerGuard and(BrokerGuard outer) {
    return new BrokerGuard(servers.andThen(outer.servers), dials.andThen(outer.dials));
  }
}
