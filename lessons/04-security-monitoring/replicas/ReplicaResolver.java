package replicas;

import io.grpc.EquivalentAddressGroup;
import io.grpc.NameResolver;
import io.grpc.Status;
import io.grpc.StatusOr;
import java.net.URI;
import java.util.List;

/// Tells gRPC where the replicas of one plugin are, and each change.
final class ReplicaResolver extends NameResolver {
  private static final String SCHEME = "etcd";

  private final ReplicaDirectory directory;
  private final String authority;
  private Runnable unsubscribe = () -> {};

  private ReplicaResolver(ReplicaDirectory directory, String authority) {
    this.directory = directory;
    this.authority = authority;
  }

  /// Makes resolvers for one channel, whose target does not count: it is that plugin's.
  ///
  /// @param authority the name that each replica proves to have
  static NameResolver.Factory factory(ReplicaDirectory directory, String authority) {
    return new NameResolver.Factory() {
      @Override
      public NameResolver newNameResolver(URI target, NameResolver.Args args) {
        return new ReplicaResolver(directory, authority);
      }

      @Override
      public String getDefaultScheme() {
        return SCHEME;
      }
    };
  }

  /// The target of a plugin's channel.
  static String target(String plugin) {
    return SCHEME + ":///" + plugin;
  }

  @Override
  public String getServiceAuthority() {
    return authority;
  }

  @Override
  public void start(Listener2 listener) {
    unsubscribe = directory.subscribe(view -> listener.onResult(result(view)));
  }

  private static ResolutionResult result(ReplicaDirectory.View view) {
    return ResolutionResult.newBuilder().setAddressesOrError(addresses(view)).build();
  }

  private static StatusOr<List<EquivalentAddressGroup>> addresses(ReplicaDirectory.View view) {
    if (view.replicas().isEmpty()) {
      String why = view.trouble().orElse("no replica is registered in etcd");
      return StatusOr.fromStatus(Status.UNAVAILABLE.withDescription(why));
    }
    return StatusOr.fromValue(
        view.replicas().stream()
            .map(replica -> new EquivalentAddressGroup(replica.address()))
            .toList());
  }

  @Override
  public void shutdown() {
    unsubscribe.run();
  }
}
