package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import io.grpc.MethodDescriptor;
import io.grpc.ServiceDescriptor;
import io.grpc.protobuf.ProtoUtils;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallPolicyTest {
  @Test
  void namesIdempotentMethodsAndNoOthers() {
    Map<String, Object> config =
        new CallPolicy(Set.of("a.B/C"), /* attempts= */ 3, Duration.ofMillis(1_020))
            .serviceConfig();

    assertThat(config)
        .isEqualTo(
            Map.of(
                "loadBalancingConfig",
                List.of(Map.of("round_robin", Map.of())),
                "methodConfig",
                List.of(
                    Map.of(
                        "name",
                        List.of(Map.of("service", "a.B", "method", "C")),
                        "retryPolicy",
                        Map.of(
                            "maxAttempts",
                            3.0,
                            "initialBackoff",
                            "1.020000000s",
                            "maxBackoff",
                            "1.000000000s",
                            "backoffMultiplier",
                            2.0,
                            "retryableStatusCodes",
                            List.of("UNAVAILABLE"))))));
  }

  @Test
  void withoutIdempotentMethodsNothingIsMadeAgain() {
    assertThat(CallPolicy.of(Set.of()).serviceConfig()).containsOnlyKeys("loadBalancingConfig");
  }

  @Test
  void takesWhatTheProtoFileSays() {
    ServiceDescriptor service =
        ServiceDescriptor.newBuilder("a.B")
            .addMethod(method("a.B/Plain").build())
            .addMethod(method("a.B/Again").setIdempotent(true).build())
            .addMethod(method("a.B/Read").setSafe(true).build())
            .build();

    assertThat(CallPolicy.of(Set.of("x.Y/Z")).and(service).idempotent())
        .containsExactlyInAnyOrder("a.B/Again", "a.B/Read", "x.Y/Z");
  }

  private static MethodDescriptor.Builder<Empty, Empty> method(String name) {
    return MethodDescriptor.newBuilder(
            ProtoUtils.marshaller(Empty.getDefaultInstance()),
            ProtoUtils.marshaller(Empty.getDefaultInstance()))
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(name);
  }

  @Test
  void refusesWhatGrpcWouldNotTake() {
    assertThatThrownBy(() -> CallPolicy.of(Set.of("a.B"))).hasMessageContaining("no method");
    assertThatThrownBy(() -> new CallPolicy(Set.of(), 6, Duration.ofMillis(1)))
        .hasMessageContaining("6 attempts");
    assertThatThrownBy(() -> new CallPolicy(Set.of(), 2, Duration.ZERO))
        .hasMessageContaining("more than zero");
  }
}
