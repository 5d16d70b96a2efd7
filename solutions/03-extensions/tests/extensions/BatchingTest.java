package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contract.DivisionByZeroException;
import contract.NotInitializedException;
import contract.Operation;
import contract.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchingTest {
  private final List<Integer> sizes = new ArrayList<>();

  @Test
  void joinsWhatItHasSplit() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int round = 0; round < 200; round++) {
      int count = random.nextInt(0, 50);
      int limit = random.nextInt(1, 12);
      sizes.clear();

      List<Outcome> outcomes = Batching.calculate(operations(count), limit, this::answer);

      assertThat(outcomes).as("%d by %d", count, limit).isEqualTo(computed(count));
      assertThat(sizes).as("%d by %d", count, limit).hasSize(Math.ceilDiv(count, limit));
      assertThat(sizes.stream().limit(count / limit)).allMatch(size -> size == limit);
      assertThat(sizes).doesNotContain(0);
    }
  }

  @Test
  void takesTheLargestLimit() {
    assertThat(Batching.calculate(operations(3), Integer.MAX_VALUE, this::answer)).hasSize(3);
    assertThat(sizes).containsExactly(3);
  }

  @Test
  void aFailedOperationIsAnOutcomeLikeAnyOther() {
    Outcome failed = new Outcome.Failed(new DivisionByZeroException("1.0 / 0.0"));

    List<Outcome> outcomes =
        Batching.calculate(operations(5), 2, batch -> batch.stream().map(o -> failed).toList());

    assertThat(outcomes).hasSize(5).containsOnly(failed);
  }

  @Test
  void afterABatchWithoutAnAnswerNoneIsSent() {
    NotInitializedException error = new NotInitializedException("call initialize first");

    List<Outcome> outcomes =
        Batching.calculate(
            operations(10),
            3,
            batch -> {
              if (sizes.size() == 1) {
                sizes.add(-1);
                throw error;
              }
              return answer(batch);
            });

    assertThat(outcomes.subList(0, 3)).isEqualTo(computed(3));
    assertThat(outcomes.subList(3, 10)).containsOnly(new Outcome.Failed(error));
    assertThat(sizes).containsExactly(3, -1);
  }

  @Test
  void anErrorOfTheHostItselfIsNoOutcome() {
    assertThatThrownBy(
            () ->
                Batching.calculate(
                    operations(1),
                    1,
                    batch -> {
                      throw new IllegalStateException("a fault of the host");
                    }))
        .isInstanceOf(IllegalStateException.class);
  }

  private List<Outcome> answer(List<Operation> batch) {
    sizes.add(batch.size());
    return batch.stream().<Outcome>map(o -> new Outcome.Computed(o.left() + o.right())).toList();
  }

  private static List<Operation> operations(int count) {
    return IntStream.range(0, count).mapToObj(i -> Operation.add(i, 0.5)).toList();
  }

  private static List<Outcome> computed(int count) {
    return IntStream.range(0, count).<Outcome>mapToObj(i -> new Outcome.Computed(i + 0.5)).toList();
  }
}
