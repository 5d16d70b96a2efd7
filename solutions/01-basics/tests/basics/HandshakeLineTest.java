package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketAddress;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What `checks/HandshakeLineCheck` leaves out: the members that no exercise asks for.
class HandshakeLineTest {
  private static final PluginAddress ADDRESS = new PluginAddress(Network.UNIX, "/tmp/plugin1");

  @Test
  @Tag("F4")
  void writesSixFieldsAsGoDoes() {
    assertThat(HandshakeLine.of(1, ADDRESS).format()).isEqualTo("1|1|unix|/tmp/plugin1|grpc|");
  }

  @Test
  @Tag("F4")
  void writesTheSeventhFieldIfThereIsOne() {
    HandshakeLine line = new HandshakeLine(1, 2, Network.TCP, ":1", "grpc", "", "false");

    assertThat(line.format()).isEqualTo("1|2|tcp|:1|grpc||false");
  }

  @Test
  void believesALineOfItsOwnMaking() {
    HandshakeLine line = HandshakeLine.of(7, ADDRESS);

    assertThat(HandshakeLine.unchecked(line.format() + "\r\n")).isEqualTo(line);
    assertThat(line.pluginAddress()).isEqualTo(ADDRESS);
  }

  @Test
  void believesNothingThatCannotBeTakenApart() {
    for (String line : List.of("", "hello", "1|one|unix|/a", "1|1|pipe|/a")) {
      assertThatThrownBy(() -> HandshakeLine.unchecked(line))
          .isInstanceOf(HandshakeException.class)
          .hasMessageContaining("cannot be taken apart");
    }
  }

  @Test
  @Tag("F4")
  void survivesTenThousandMalformedLines() {
    MalformedHandshakeLines lines = new MalformedHandshakeLines(new Random(4));
    int refused = 0;
    for (int round = 0; round < 10_000; round++) {
      String line = lines.next();
      try {
        HandshakeLine read = HandshakeLine.parse(line);
        SocketAddress _ = read.pluginAddress().socketAddress();
      } catch (HandshakeException | PluginTransportException e) {
        refused++;
        assertThat(e.getMessage()).as(line).isNotBlank().hasSizeLessThan(2_000);
      } catch (RuntimeException e) {
        throw new AssertionError("round " + round + ": " + line, e);
      }
    }
    assertThat(refused).as("lines refused").isBetween(5_000, 9_999);
  }
}
