package check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import check.child.Event;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventTest {
  private static final Event NASTY =
      new Event(Event.Kind.CHECK_STARTED, List.of("1.4", "a\tb\\t\nc\r\\", ""));

  @Test
  void crossesAsOneLine() {
    assertThat(NASTY.format()).doesNotContain("\n", "\r");
    assertThat(Event.parse(NASTY.format())).isEqualTo(NASTY);
  }

  @Test
  void refusesUnknownKind() {
    assertThatThrownBy(() -> Event.parse("PASSED_ALL\t1.4"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void halfALineIsNoEventYet(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("events");
    EventTail tail = new EventTail(file);
    String line = NASTY.format() + "\n";

    Files.writeString(file, line + "noise\n" + line.substring(0, 8));
    List<Event> first = tail.next();
    Files.writeString(file, line + "noise\n" + line);
    List<Event> second = tail.next();

    assertThat(first).containsExactly(NASTY);
    assertThat(second).containsExactly(NASTY);
    assertThat(tail.next()).isEmpty();
  }
}
