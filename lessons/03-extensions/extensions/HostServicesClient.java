package extensions;

import com.google.protobuf.ByteString;
import contract.HostServices;
import contract.KeyValueStore;
import contract.Progress;
import contract.ProgressListener;
import course.Exercise;
import course.ExerciseNotDone;
import course.host.v1.GetValueRequest;
import course.host.v1.GetValueResponse;
import course.host.v1.HostServicesGrpc;
import course.host.v1.HostServicesGrpc.HostServicesBlockingStub;
import course.host.v1.ListKeysRequest;
import course.host.v1.PutValueRequest;
import course.host.v1.RemoveValueRequest;
import course.host.v1.ReportProgressRequest;
import io.grpc.Channel;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The plugin's side of host services: asks the host's process, as a part of one job.
///
/// The job is the call of the host's in which this object is made ([Context#current]): its deadline
/// and its cancellation hold for all calls, whatever thread makes them. Safe for use by many
/// threads.
public final class HostServicesClient implements HostServices {
  /// How long a call may take unless one says otherwise.
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

  private final Context job = Context.current();
  private final HostServicesBlockingStub stub;
  private final Duration timeout;
  private final KeyValueStore store = new RemoteStore();

  /// Services whose calls may take [#DEFAULT_TIMEOUT] each. To be made by the thread that serves
  /// the host's call.
  ///
  /// @param channel the way to the host, of [GrpcBroker#dial]; the caller keeps and closes it
  public HostServicesClient(Channel channel) {
    this(channel, DEFAULT_TIMEOUT);
  }

  /// To be made by the thread that serves the host's call.
  ///
  /// @param channel the way to the host, of [GrpcBroker#dial]; the caller keeps and closes it
  /// @param timeout how long each call may take, more than zero; the job's own time may be over
  ///   before
  public HostServicesClient(Channel channel, Duration timeout) {
    this.stub = HostServicesGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  @Override
  public ProgressListener progress() {
    return this::report;
  }

  private void report(Progress progress) {
    call(
        "report",
        host ->
            host.reportProgress(
                ReportProgressRequest.newBuilder()
                    .setDone(progress.done())
                    .setTotal(progress.total())
                    .setNote(progress.note())
                    .build()));
  }

  @Override
  public KeyValueStore store() {
    return store;
  }

  /// Makes one call to the host as a part of the job.
  ///
  /// Exercise 3.6. A job may use many threads, and gRPC knows what a call belongs to by the thread
  /// alone ([Context#current]). So the call is made while the job's context, which the constructor
  /// kept, is the current one. Then gRPC itself cancels the call with the job, and tells the host
  /// the job's deadline if it is the nearer one. The nearer of what? Each call has a time of its
  /// own as well, [#timeout].
  ///
  /// Afterwards the thread's own context is the current one again, also after a failure. A
  /// [StatusRuntimeException] becomes what [StatusToHostError] makes of it.
  ///
  /// @param what what is asked for, for the message of an error
  /// @param remote makes the call with the stub that it is given
  @Exercise("3.6")
  private <T> T call(String what, Function<HostServicesBlockingStub, T> remote) {
    ExerciseNotDone.report("3.6");
    try {
      return remote.apply(stub);
    } catch (StatusRuntimeException e) {
      throw StatusToHostError.map(what, e, job);
    }
  }

  private final class RemoteStore implements KeyValueStore {
    @Override
    public Optional<byte[]> get(String key) {
      GetValueResponse found =
          call("get", host -> host.getValue(GetValueRequest.newBuilder().setKey(key).build()));
      return found.hasValue() ? Optional.of(found.getValue().toByteArray()) : Optional.empty();
    }

    @Override
    public void put(String key, byte[] value) {
      PutValueRequest request =
          PutValueRequest.newBuilder().setKey(key).setValue(ByteString.copyFrom(value)).build();
      call("put", host -> host.putValue(request));
    }

    @Override
    public boolean remove(String key) {
      RemoveValueRequest request = RemoveValueRequest.newBuilder().setKey(key).build();
      return call("remove", host -> host.removeValue(request).getRemoved());
    }

    @Override
    public List<String> keys() {
      return call(
          "keys",
          host -> List.copyOf(host.listKeys(ListKeysRequest.getDefaultInstance()).getKeysList()));
    }
  }
}
