package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import contract.WebFetchException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which addresses are public, and which hosts a pattern allows.
class AddressCheckTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.9",
        "224.0.0.1",
        "239.1.2.3",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "fc00::1",
        "fdff::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a00:1::5",
        "3fff::1",
        "100::1",
        "4000::1",
        "5f00::1",
        "::ffff:127.0.0.1"
      })
  void knowsSpecialAddresses(String text) {
    assertThat(AddressCheck.special(InetAddress.ofLiteral(text))).as(text).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "169.253.0.1",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.1.1",
        "192.169.1.1",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2606:4700::1111",
        "2001:4860::8888",
        "2a00::1",
        "64:ff9b::1.1.1.1",
        "2002:101:101::",
        "::ffff:1.1.1.1"
      })
  void knowsPublicAddresses(String text) {
    assertThat(AddressCheck.special(InetAddress.ofLiteral(text))).as(text).isEmpty();
  }

  @Test
  void looksInsideAMappedAddress() throws UnknownHostException {
    byte[] mapped = new byte[16];
    mapped[10] = mapped[11] = (byte) 0xff;
    mapped[12] = 127;
    mapped[15] = 1;

    InetAddress address = Inet6Address.getByAddress("", mapped, -1);

    assertThat(address.getAddress()).hasSize(16);
    assertThat(AddressCheck.special(address)).hasValue("loopback, inside IPv6");
  }

  @Test
  void oneSpecialAddressAmongManyIsEnough() {
    List<InetAddress> addresses =
        List.of(InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("10.1.2.3"));

    assertThatThrownBy(() -> AddressCheck.require("site.test", addresses, List.of()))
        .isInstanceOf(WebFetchException.class)
        .hasMessage("site.test leads to 10.1.2.3, which is not public (private)");
    AddressCheck.require("site.test", addresses, List.of(AddressRange.parse("10.1.0.0/16")));
  }

  @Test
  void rangesBeginAndEndWhereTheySay() {
    AddressRange range = AddressRange.parse("172.16.0.0/12");

    assertThat(range.contains(InetAddress.ofLiteral("172.16.0.0"))).isTrue();
    assertThat(range.contains(InetAddress.ofLiteral("172.31.255.255"))).isTrue();
    assertThat(range.contains(InetAddress.ofLiteral("172.32.0.0"))).isFalse();
    assertThat(range.contains(InetAddress.ofLiteral("2001:db8::1"))).isFalse();
    assertThat(AddressRange.parse("10.1.2.3").prefixBits()).isEqualTo(32);
    assertThat(AddressRange.parse("0.0.0.0/0").contains(InetAddress.ofLiteral("8.8.8.8"))).isTrue();
    for (String wrong :
        List.of("", "localhost", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.1/8", "10.0.0.0/x")) {
      assertThatThrownBy(() -> AddressRange.parse(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aPatternAllowsOneHostOrAllBelowAName() {
    HostPattern exact = new HostPattern("Example.org.");
    HostPattern below = new HostPattern("*.example.org");

    assertThat(exact.matches("EXAMPLE.org")).isTrue();
    assertThat(exact.matches("example.org.")).isTrue();
    assertThat(exact.matches("www.example.org")).isFalse();
    assertThat(below.matches("www.example.org")).isTrue();
    assertThat(below.matches("a.b.example.org")).isTrue();
    assertThat(below.matches("example.org")).isFalse();
    assertThat(below.matches("badexample.org")).isFalse();
    assertThat(below.matches("example.org.evil.test")).isFalse();
    assertThat(new HostPattern("*.0.0.1").matches("127.0.0.1")).isFalse();
    assertThat(new HostPattern("[::1]").matches("::1")).isTrue();
    for (String wrong : List.of("", "*", "*.", "a*b", "http://a", "a/b", "a b", "*.*.org")) {
      assertThatThrownBy(() -> new HostPattern(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
