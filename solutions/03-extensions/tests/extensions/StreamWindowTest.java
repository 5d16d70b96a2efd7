package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contract.Operation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class StreamWindowTest {
  private final List<Operation> sent = new ArrayList<>();
  private int ready = Integer.MAX_VALUE;
  private int asked;
  private int ends;

  @Test
  void sendsNoMoreThanTheWindow() {
    StreamWindow window = window(3, 10);

    window.pump();
    window.pump();

    assertThat(sent).hasSize(3);
    assertThat(asked).isEqualTo(3);
    assertThat(window.inFlight()).isEqualTo(3);
    window.answered();
    window.pump();
    assertThat(sent).hasSize(4);
  }

  @Test
  void sendsOnlyWhileTheCallIsReady() {
    StreamWindow window = window(5, 10);
    ready = 2;

    window.pump();

    assertThat(sent).hasSize(2);
    assertThat(asked).isEqualTo(2);
    ready = 1;
    window.pump();
    assertThat(sent).hasSize(3);
  }

  @Test
  void endsOnceAndThenUsesNothing() {
    StreamWindow window = window(5, 2);

    window.pump();
    assertThat(ends).isEqualTo(1);
    assertThat(window.isDone()).isFalse();
    int askedBefore = asked;
    window.answered();
    window.pump();
    window.answered();
    window.pump();

    assertThat(ends).isEqualTo(1);
    assertThat(asked).isEqualTo(askedBefore);
    assertThat(window.isDone()).isTrue();
  }

  @Test
  void endsAStreamWithoutOperations() {
    StreamWindow window = window(1, 0);

    window.pump();

    assertThat(ends).isEqualTo(1);
    assertThat(window.isDone()).isTrue();
  }

  @Test
  void refusesAnAnswerToNothing() {
    assertThatThrownBy(window(1, 1)::answered).isInstanceOf(IllegalStateException.class);
  }

  private StreamWindow window(int size, int operations) {
    Iterator<Operation> source =
        new Iterator<>() {
          private int given;

          @Override
          public boolean hasNext() {
            asked++;
            return given < operations;
          }

          @Override
          public Operation next() {
            if (given == operations) {
              throw new NoSuchElementException();
            }
            return Operation.add(given++, 1);
          }
        };
    return new StreamWindow(
        size,
        source,
        new StreamWindow.Call() {
          @Override
          public boolean isReady() {
            return ready > 0;
          }

          @Override
          public void send(Operation operation) {
            ready--;
            sent.add(operation);
          }

          @Override
          public void end() {
            ends++;
          }
        });
  }
}
