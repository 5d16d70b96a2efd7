package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplicaTableTest {
  private static final String GOOD = "{\"address\":\"10.0.0.7:4711\",\"version\":1}";

  private final ReplicaTable table = new ReplicaTable("calculator", 1);

  private void put(String id, String value) {
    table.apply(new EtcdWatch.Change("/plugins/calculator/" + id, Optional.of(value)));
  }

  @Test
  void followsWhatComesAndGoes() {
    put("b", GOOD);
    put("a", "{\"address\":\"[::1]:1\",\"version\":1,\"zone\":\"x\"}");
    assertThat(table.replicas()).extracting(Replica::id).containsExactly("a", "b");

    table.apply(new EtcdWatch.Change("/plugins/calculator/a", Optional.empty()));
    table.apply(new EtcdWatch.Change("/plugins/calculator/never", Optional.empty()));
    assertThat(table.replicas()).extracting(Replica::id).containsExactly("b");

    table.replace(Map.of("/plugins/calculator/c", GOOD));
    assertThat(table.replicas())
        .containsExactly(
            new Replica("c", new InetSocketAddress(InetAddress.ofLiteral("10.0.0.7"), 4711), 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{}",
        "{\"address\":\"10.0.0.7:4711\"}",
        "{\"address\":\"10.0.0.7:4711\",\"version\":\"1\"}",
        "{\"address\":\"10.0.0.7:4711\",\"version\":0}",
        "{\"address\":\"10.0.0.7:4711\",\"version\":2}",
        "{\"address\":\"10.0.0.7\",\"version\":1}",
        "{\"address\":\":4711\",\"version\":1}",
        "{\"address\":\"10.0.0.7:0\",\"version\":1}",
        "{\"address\":\"10.0.0.7:65536\",\"version\":1}",
        "{\"address\":\"10.0.0.7:-1\",\"version\":1}",
        "{\"address\":\"10.0.0.7:99999999999\",\"version\":1}",
        "{\"address\":\"0.0.0.0:1\",\"version\":1}",
        "{\"address\":\"224.0.0.1:1\",\"version\":1}",
        "{\"address\":\"localhost:1\",\"version\":1}",
        "{\"address\":7,\"version\":1}",
      })
  void nonsenseTakesTheReplicaOutAndNoOther(String value) {
    put("a", GOOD);
    put("b", GOOD);
    put("a", value);
    assertThat(table.replicas()).extracting(Replica::id).containsExactly("b");
  }

  @Test
  void refusesKeysAndValuesBeyondTheirLimits() {
    put("", GOOD);
    put("a/b", GOOD);
    put("x".repeat(101), GOOD);
    put("a", GOOD + " ".repeat(1_000));
    table.apply(new EtcdWatch.Change("/plugins/calculator2/a", Optional.of(GOOD)));
    assertThat(table.replicas()).isEmpty();
  }

  @Test
  void aReplicaIsReadAsItIsWritten() {
    Replica six = new Replica("a", new InetSocketAddress(InetAddress.ofLiteral("fe80::1"), 80), 3);
    assertThat(Replica.parse("a", six.value())).isEqualTo(six);
    assertThat(Replica.parse("a", GOOD).value()).isEqualTo(GOOD);
    assertThatThrownBy(() -> new Replica("a", six.address(), 0)).hasMessageContaining("version 0");
  }
}
