package basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandshakeExceptionTest {
  @Test
  void tellsFieldNameFoundAndExpected() {
    HandshakeException error = HandshakeException.inField(3, "network", "udp", "unix or tcp");

    assertThat(error.field()).isEqualTo(3);
    assertThat(error)
        .hasMessage("handshake line, field 3 (network): found \"udp\", expected unix or tcp");
  }

  @Test
  void showsControlCharacters() {
    assertThat(HandshakeException.inLine("\u001b[31mred\t\r", "odd"))
        .hasMessage("handshake line \"\\u001b[31mred\\u0009\\u000d\": odd");
  }

  @Test
  void cutsALongLine() {
    assertThat(HandshakeException.inLine("x".repeat(70_000), "too long").getMessage())
        .contains("\"" + "x".repeat(120) + "...\"")
        .hasSizeLessThan(200);
  }
}
