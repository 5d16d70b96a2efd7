package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import contract.KeyValueStore;
import contract.StoreRefusedException;
import contract.StoreRefusedException.Reason;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a plugin can do to its host's memory.
class ConfinedStoreTest {
  private final KeyValueStore store = new ConfinedStore(new StoreLimits(8, 4, 2));

  private static byte[] bytes(int length) {
    return new byte[length];
  }

  private Reason refusal(String key, byte[] value) {
    StoreRefusedException refusal =
        catchThrowableOfType(StoreRefusedException.class, () -> store.put(key, value));
    assertThat(refusal).as("a refusal of %s", key).isNotNull();
    return refusal.reason();
  }

  @Test
  void keepsValuesUpToTheLimits() {
    store.put("12345678", bytes(4));
    store.put("a", bytes(0));

    assertThat(store.keys()).containsExactly("12345678", "a");
    assertThat(store.get("12345678")).contains(bytes(4));
    assertThat(store.get("a")).contains(bytes(0));
    assertThat(store.get("b")).isEmpty();
  }

  @Test
  void refusesWhatIsBeyondThem() {
    assertThat(refusal("123456789", bytes(1))).isEqualTo(Reason.INVALID);
    assertThat(refusal("a", bytes(5))).isEqualTo(Reason.INVALID);
    store.put("a", bytes(1));
    store.put("b", bytes(1));
    assertThat(refusal("c", bytes(1))).isEqualTo(Reason.FULL);

    assertThat(store.keys()).containsExactly("a", "b");
  }

  @Test
  void aFullStoreCanBeChanged() {
    store.put("a", bytes(1));
    store.put("b", bytes(1));

    store.put("a", bytes(3));
    assertThat(store.get("a")).contains(bytes(3));
    assertThat(store.remove("b")).isTrue();
    assertThat(store.remove("b")).isFalse();
    store.put("c", bytes(1));
    assertThat(store.keys()).containsExactly("a", "c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a b", "a\n", "ä", "a\u0000", "\u007F"})
  void refusesAKeyThatIsNone(String key) {
    assertThat(refusal(key, bytes(1))).isEqualTo(Reason.INVALID);
    assertThatThrownBy(() -> store.get(key)).isInstanceOf(StoreRefusedException.class);
    assertThatThrownBy(() -> store.remove(key)).isInstanceOf(StoreRefusedException.class);
  }

  @Test
  void keepsCopies() {
    byte[] value = {1};
    store.put("a", value);
    value[0] = 2;
    store.get("a").orElseThrow()[0] = 3;

    assertThat(store.get("a")).contains(new byte[] {1});
  }

  @Test
  void aKeyIsANameAndNoPath() {
    PluginStores stores = new PluginStores(StoreLimits.DEFAULT);
    stores.of("one").put("secret", bytes(1));

    assertThat(stores.of("two").get("../one/secret")).isEmpty();
    assertThat(stores.of("two").get("one/secret")).isEmpty();
    assertThat(stores.of("two").keys()).isEmpty();
    assertThat(stores.of("one").keys()).containsExactly("secret");
  }

  @Test
  void theLimitHoldsForManyThreads() {
    KeyValueStore shared = new ConfinedStore(new StoreLimits(8, 4, 50));
    AtomicInteger refused = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 400; i++) {
        String key = "k" + i;
        threads.execute(
            () -> {
              try {
                shared.put(key, bytes(1));
              } catch (StoreRefusedException e) {
                refused.incrementAndGet();
              }
            });
      }
    }

    assertThat(shared.keys()).hasSize(50);
    assertThat(refused).hasValue(350);
  }
}
