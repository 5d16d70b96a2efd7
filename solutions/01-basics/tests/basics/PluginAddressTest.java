package basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PluginAddressTest {
  @Test
  void aPathIsAUnixAddress() {
    assertThat(unix("/tmp/plugin1").socketAddress())
        .isEqualTo(UnixDomainSocketAddress.of("/tmp/plugin1"));
  }

  @Test
  void aPathMayFillTheLimit() {
    String path = "/" + "p".repeat(PluginAddress.MAX_PATH_BYTES - 1);

    assertThat(unix(path).socketAddress()).isEqualTo(UnixDomainSocketAddress.of(path));
  }

  @Test
  void aPathOverTheLimitIsToldWithBothLengths() {
    String path = "/" + "p".repeat(PluginAddress.MAX_PATH_BYTES);

    assertThatThrownBy(() -> unix(path).socketAddress())
        .isInstanceOf(PluginTransportException.class)
        .hasMessageContainingAll("too long", "104 bytes", "at most 103", path, "TMPDIR=/tmp");
  }

  @Test
  void theLimitCountsBytesNotCharacters() {
    assertThatThrownBy(() -> unix("/" + "ü".repeat(60)).socketAddress())
        .hasMessageContaining("121 bytes");
  }

  @Test
  void hostAndPortAreATcpAddress() {
    assertThat(tcp("127.0.0.1:1234").socketAddress())
        .isEqualTo(new InetSocketAddress("127.0.0.1", 1234));
    assertThat(tcp("localhost:1234").socketAddress())
        .isEqualTo(new InetSocketAddress("localhost", 1234));
  }

  @Test
  void anEmptyHostIsThisMachine() {
    assertThat(tcp(":1234").socketAddress()).isEqualTo(new InetSocketAddress("127.0.0.1", 1234));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "127.0.0.1", "127.0.0.1:", "127.0.0.1:http", "h:65536", "h:-1"})
  void anythingElseIsNoTcpAddress(String address) {
    assertThatThrownBy(() -> tcp(address).socketAddress())
        .isInstanceOf(PluginTransportException.class)
        .hasMessage("not a host:port address: " + address);
  }

  @Test
  void readsAsNetworkAndAddress() {
    assertThat(tcp("127.0.0.1:1")).hasToString("tcp:127.0.0.1:1");
  }

  private static PluginAddress unix(String path) {
    return new PluginAddress(Network.UNIX, path);
  }

  private static PluginAddress tcp(String address) {
    return new PluginAddress(Network.TCP, address);
  }
}
