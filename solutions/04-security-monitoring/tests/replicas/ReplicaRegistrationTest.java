package replicas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReplicaRegistrationTest {
  private final Memory etcd = new Memory();
  private final ReplicaRegistration registration =
      new ReplicaRegistration(etcd, "/plugins/calculator/a", "here", Duration.ofSeconds(3));

  @AfterEach
  void close() {
    registration.close();
  }

  /// An etcd in memory, whose leases end when a test says so.
  private static final class Memory implements Leases {
    final Map<Long, Map<String, String>> leases = new TreeMap<>();
    boolean away;
    boolean refusesKeys;
    int granted;
    int renewed;

    private void requireHere() {
      if (away) {
        throw new EtcdException("away");
      }
    }

    @Override
    public long grant(Duration life) {
      requireHere();
      granted++;
      leases.put((long) granted, new TreeMap<>());
      return granted;
    }

    @Override
    public void put(String key, String value, long lease) {
      requireHere();
      Map<String, String> keys = leases.get(lease);
      if (keys == null || refusesKeys) {
        throw new EtcdException("refused");
      }
      keys.put(key, value);
    }

    @Override
    public boolean keepAlive(long lease) {
      requireHere();
      renewed++;
      return leases.containsKey(lease);
    }

    @Override
    public void revoke(long lease) {
      requireHere();
      leases.remove(lease);
    }
  }

  @Test
  void setsItsKeyOnceAndRenewsTheLease() {
    registration.beat();
    registration.beat();
    registration.beat();

    assertThat(etcd.leases).containsExactly(Map.entry(1L, Map.of("/plugins/calculator/a", "here")));
    assertThat(etcd.renewed).isEqualTo(2);
  }

  @Test
  void setsTheKeyAnewWhenTheLeaseIsGone() {
    registration.beat();
    etcd.leases.clear();
    registration.beat();

    assertThat(etcd.leases).containsExactly(Map.entry(2L, Map.of("/plugins/calculator/a", "here")));
  }

  @Test
  void keepsTheLeaseWhileEtcdIsAway() {
    registration.beat();
    etcd.away = true;
    assertThatThrownBy(registration::beat).isInstanceOf(EtcdException.class);
    etcd.away = false;
    registration.beat();

    assertThat(etcd.granted).as("leases that were granted").isEqualTo(1);
  }

  @Test
  void aLeaseWithoutItsKeyDoesNotCount() {
    etcd.refusesKeys = true;
    assertThatThrownBy(registration::beat).isInstanceOf(EtcdException.class);
    etcd.refusesKeys = false;
    registration.beat();

    assertThat(etcd.leases).containsEntry(2L, Map.of("/plugins/calculator/a", "here"));
  }

  @Test
  void isGoneAtOnceWhenItIsClosed() {
    registration.beat();
    registration.close();
    registration.beat();

    assertThat(etcd.leases).isEmpty();
  }

  @Test
  void closesAlsoWithoutEtcd() {
    registration.beat();
    etcd.away = true;
    registration.close();

    assertThat(etcd.leases).hasSize(1);
  }
}
