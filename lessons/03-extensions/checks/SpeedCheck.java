import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import contract.DivisionByZeroException;
import contract.NotInitializedException;
import contract.Operation;
import contract.Outcome;
import extensions.Batching;
import extensions.StreamWindow;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Batches, then a stream's window.
@Tag("3.7")
@DisplayName("3.7 Batching and StreamWindow")
class SpeedCheck {
  private final List<Integer> batches = new ArrayList<>();
  private final Recording call = new Recording();

  @ParameterizedTest(name = "{0} operations, at most {1} at a time")
  @CsvSource({"1,1", "3,1", "6,3", "7,3", "8,3", "2,5", "5,5", "1000,999", "9,2147483647"})
  @DisplayName("cuts the operations into batches and joins the outcomes in order")
  void cutsAndJoins(int count, int limit) {
    List<Outcome> outcomes = Batching.calculate(operations(count), limit, this::answer);

    assertThat(outcomes)
        .as("%d operations in batches of %d: one outcome each, in their order", count, limit)
        .isEqualTo(sums(count));
    assertThat(batches)
        .as("the batches' sizes: full ones first, the last one has what is left")
        .isEqualTo(sizes(count, limit));
  }

  private static List<Integer> sizes(int count, int limit) {
    List<Integer> sizes = new ArrayList<>();
    for (int left = count; left > 0; left -= sizes.getLast()) {
      sizes.add(Math.min(left, limit));
    }
    return sizes;
  }

  @Test
  @DisplayName("sends nothing if there are no operations")
  void sendsNothingForNothing() {
    assertThat(Batching.calculate(List.of(), 3, this::answer)).isEmpty();
    assertThat(batches).as("batches sent for an empty list").isEmpty();
  }

  @Test
  @DisplayName("a failed operation leaves the others alone")
  void keepsAFailedOperation() {
    Outcome failed = new Outcome.Failed(new DivisionByZeroException("1.0 / 0.0"));
    List<Outcome> outcomes =
        Batching.calculate(
            operations(5),
            2,
            batch -> {
              List<Outcome> answer = new ArrayList<>(answer(batch));
              if (batches.size() == 2) {
                answer.set(0, failed);
              }
              return answer;
            });

    List<Outcome> expected = new ArrayList<>(sums(5));
    expected.set(2, failed);
    assertThat(outcomes)
        .as("the third operation failed; it is an outcome like the others")
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("after a batch without an answer none is sent, and each operation has its outcome")
  void stopsAfterNoAnswer() {
    NotInitializedException error = new NotInitializedException("call initialize first");
    List<Outcome> outcomes = new ArrayList<>();
    Throwable thrown =
        catchThrowable(
            () -> outcomes.addAll(Batching.calculate(operations(10), 3, failingSecond(error))));

    assertThat(thrown).as("a batch without an answer is told by its outcomes, not thrown").isNull();
    assertThat(outcomes).as("one outcome for each of 10 operations").hasSize(10);
    assertThat(outcomes.subList(0, 3))
        .as("the first batch was answered: its outcomes stay")
        .isEqualTo(sums(3));
    assertThat(outcomes.subList(3, 10))
        .as("all from the second batch on have that batch's error")
        .containsOnly(new Outcome.Failed(error));
    assertThat(batches)
        .as("the batches' sizes: after the second, which got no answer, none is sent")
        .containsExactly(3, 3);
  }

  private Batching.Sender failingSecond(NotInitializedException error) {
    return batch -> {
      List<Outcome> answer = answer(batch);
      if (batches.size() == 2) {
        throw error;
      }
      return answer;
    };
  }

  @Test
  @DisplayName("fills the window and sends no more")
  void fillsTheWindow() {
    StreamWindow window = new StreamWindow(4, new Source(10), call);

    window.pump();
    assertThat(call.sent).as("operations sent into a window of 4").isEqualTo(operations(4));
    window.pump();
    assertThat(call.sent).as("operations sent while 4 wait for their answers").hasSize(4);
    window.answered();
    window.answered();
    window.pump();
    assertThat(call.sent).as("operations sent after two answers").isEqualTo(operations(6));
    assertThat(window.inFlight()).as("sent and not yet answered").isEqualTo(4);
  }

  @Test
  @DisplayName("sends only what the call takes")
  void waitsForTheCall() {
    StreamWindow window = new StreamWindow(100, new Source(10), call);
    call.takes = 3;

    window.pump();
    assertThat(call.sent).as("operations sent on a call that is ready for 3").hasSize(3);
    call.takes = 2;
    window.pump();
    assertThat(call.sent).as("operations sent after it was ready for 2 more").hasSize(5);
  }

  @Test
  @DisplayName("asks the source only when an operation could be sent")
  void asksTheSourceLate() {
    Source source = new Source(2);
    StreamWindow window = new StreamWindow(2, source, call);
    call.takes = 0;

    window.pump();
    assertThat(source.asked).as("questions to the source; the call is not ready").isZero();
    call.takes = 100;
    window.pump();
    int asked = source.asked;
    window.pump();
    assertThat(source.asked).as("questions to the source; the window is full").isEqualTo(asked);
    assertThat(call.ends)
        .as("the source has no more, but with a full window no one may ask it: no end yet")
        .isZero();
  }

  @Test
  @DisplayName("ends the call once, then leaves all alone")
  void endsOnce() {
    Source source = new Source(2);
    StreamWindow window = new StreamWindow(5, source, call);

    window.pump();
    int asked = source.asked;
    assertThat(call.ends).as("ends of the call after the last operation").isEqualTo(1);
    assertThat(window.isDone()).as("done, with two operations in flight").isFalse();
    for (int i = 0; i < 2; i++) {
      window.answered();
      window.pump();
    }
    assertThat(call.ends).as("ends of the call, after more rounds").isEqualTo(1);
    assertThat(source.asked).as("questions to the source after the end").isEqualTo(asked);
    assertThat(window.isDone()).as("done, all sent and answered").isTrue();
  }

  @Test
  @DisplayName("ends a stream without operations")
  void endsAnEmptyStream() {
    StreamWindow window = new StreamWindow(1, new Source(0), call);

    window.pump();

    assertThat(call.ends).as("ends of a call without operations").isEqualTo(1);
    assertThat(window.isDone()).isTrue();
  }

  private List<Outcome> answer(List<Operation> batch) {
    batches.add(batch.size());
    return batch.stream().<Outcome>map(o -> new Outcome.Computed(o.left() + o.right())).toList();
  }

  private static List<Operation> operations(int count) {
    return IntStream.range(0, count).mapToObj(i -> Operation.add(i, 1)).toList();
  }

  private static List<Outcome> sums(int count) {
    return IntStream.range(0, count).<Outcome>mapToObj(i -> new Outcome.Computed(i + 1)).toList();
  }

  /// Gives a number of operations, and counts the questions.
  private static final class Source implements Iterator<Operation> {
    private final int count;
    private int given;
    private int asked;

    Source(int count) {
      this.count = count;
    }

    @Override
    public boolean hasNext() {
      asked++;
      return given < count;
    }

    @Override
    public Operation next() {
      asked++;
      if (given == count) {
        throw new NoSuchElementException("the source has no more: ask hasNext first");
      }
      return Operation.add(given++, 1);
    }
  }

  /// A call that is ready for a number of operations.
  private static final class Recording implements StreamWindow.Call {
    private final List<Operation> sent = new ArrayList<>();
    private int takes = 1_000;
    private int ends;

    @Override
    public boolean isReady() {
      return takes > 0;
    }

    @Override
    public void send(Operation operation) {
      assertThat(takes).as("an operation sent to a call that is not ready").isPositive();
      takes--;
      sent.add(operation);
    }

    @Override
    public void end() {
      ends++;
      assertThat(ends).as("ends of the call").isEqualTo(1);
    }
  }
}
