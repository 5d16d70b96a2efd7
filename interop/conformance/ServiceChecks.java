package conformance;

import course.goplugin.ConnInfo;
import course.goplugin.GRPCBrokerGrpc;
import course.goplugin.GRPCStdioGrpc;
import course.goplugin.StdioData;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The services that every plugin offers beside its own.
final class ServiceChecks {
  /// How long a stream must stay open to count as open.
  private static final Duration HELD = Duration.ofMillis(400);

  private static final List<String> EXPECTED =
      List.of(
          "grpc.health.v1.Health",
          "grpc.reflection.v1.ServerReflection",
          "grpc.reflection.v1alpha.ServerReflection",
          "plugin.GRPCBroker",
          "plugin.GRPCController",
          "plugin.GRPCStdio");

  private final Subject subject;
  private final Session session;

  ServiceChecks(Subject subject, Session session) {
    this.subject = subject;
    this.session = session;
  }

  List<Check> checks() {
    return List.of(
        new Check(
            "health",
            "go-plugin: Ping. The health of the service `plugin` is SERVING.",
            this::health),
        new Check(
            "health-unknown",
            "gRPC health. A service that is not there is NOT_FOUND.",
            this::unknownHealth),
        new Check(
            "reflection",
            "go-plugin: gRPC surface. Reflection lists health, reflection v1 and v1alpha, broker,"
                + " controller, stdio.",
            this::reflection),
        new Check(
            "stdio",
            "go-plugin: GRPCStdio.StreamStdio. It opens, and stays open while there is nothing.",
            this::stdio),
        new Check(
            "broker",
            "go-plugin: GRPCBroker.StartStream. It opens and is held; no headers need to come.",
            this::broker));
  }

  private Finding health() throws IOException, InterruptedException, UnusableException {
    try {
      HealthCheckResponse.ServingStatus status = ask("plugin");
      return Finding.of(
          status == HealthCheckResponse.ServingStatus.SERVING, "`plugin` is %s", status);
    } catch (StatusRuntimeException e) {
      return Finding.fail("`plugin`: %s", shortly(e.getStatus()));
    }
  }

  private Finding unknownHealth() throws IOException, InterruptedException, UnusableException {
    try {
      return Finding.fail("`no.such.service` is %s", ask("no.such.service"));
    } catch (StatusRuntimeException e) {
      return Finding.of(
          e.getStatus().getCode() == Status.Code.NOT_FOUND,
          "`no.such.service`: %s",
          shortly(e.getStatus()));
    }
  }

  private HealthCheckResponse.ServingStatus ask(String service)
      throws IOException, InterruptedException, UnusableException {
    return HealthGrpc.newBlockingStub(session.wire().channel())
        .withDeadlineAfter(subject.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus();
  }

  private Finding reflection() throws IOException, InterruptedException, UnusableException {
    Watched<ServerReflectionResponse> answer = new Watched<>();
    StreamObserver<ServerReflectionRequest> question =
        ServerReflectionGrpc.newStub(session.wire().channel())
            .withDeadlineAfter(subject.timeout().toMillis(), TimeUnit.MILLISECONDS)
            .serverReflectionInfo(answer);
    question.onNext(ServerReflectionRequest.newBuilder().setListServices("*").build());
    Optional<ServerReflectionResponse> list = answer.first(subject.timeout());
    question.onCompleted();
    if (list.isEmpty()) {
      // No host asks: tools for people do.
      return Finding.note(
          "no reflection: %s", answer.end().map(ServiceChecks::shortly).orElse("no answer"));
    }
    return judge(
        list.get().getListServicesResponse().getServiceList().stream()
            .map(ServiceResponse::getName)
            .toList());
  }

  private static Finding judge(List<String> found) {
    List<String> missing = new ArrayList<>(EXPECTED);
    missing.removeAll(found);
    List<String> own = new ArrayList<>(found);
    own.removeAll(EXPECTED);
    return missing.isEmpty()
        ? Finding.pass("all six, and %s", own.isEmpty() ? "nothing else" : String.join(", ", own))
        : Finding.note("not listed: %s", String.join(", ", missing));
  }

  private Finding stdio() throws IOException, InterruptedException, UnusableException {
    connect();
    Watched<StdioData> stream = new Watched<>();
    GRPCStdioGrpc.newStub(session.wire().channel())
        .streamStdio(com.google.protobuf.Empty.getDefaultInstance(), stream);
    return held("StreamStdio", stream);
  }

  private Finding broker() throws IOException, InterruptedException, UnusableException {
    connect();
    Watched<ConnInfo> stream = new Watched<>();
    // Never completed: the connection's end is the stream's.
    StreamObserver<ConnInfo> _ =
        GRPCBrokerGrpc.newStub(session.wire().channel()).startStream(stream);
    Finding finding = held("StartStream", stream);
    boolean absent =
        stream.end().filter(end -> end.getCode() == Status.Code.UNIMPLEMENTED).isPresent();
    // go-plugin's host ignores it: such a plugin works, without side connections.
    return absent ? Finding.note("no broker: %s", shortly(Status.UNIMPLEMENTED)) : finding;
  }

  /// Makes one call first: a new connection must not count as a stream that is open.
  private void connect() throws IOException, InterruptedException, UnusableException {
    Finding _ = health();
  }

  private static Finding held(String method, Watched<?> stream) throws InterruptedException {
    Optional<Status> end = stream.awaitEnd(HELD);
    return end.isEmpty()
        ? Finding.pass("%s is open", method)
        : Finding.fail("%s ended at once: %s", method, shortly(end.get()));
  }

  static String shortly(Status status) {
    if (status.getCode() == Status.Code.DEADLINE_EXCEEDED) {
      return "no answer in time";
    }
    String description = status.getDescription();
    return description == null
        ? status.getCode().toString()
        : "%s, %s".formatted(status.getCode(), description);
  }
}
