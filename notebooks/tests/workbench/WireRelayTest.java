package workbench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import basics.Network;
import basics.PluginAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class WireRelayTest {
  @Test
  void bothWaysArePassedOnAndKept(@TempDir Path folder) throws Exception {
    Path socket = folder.resolve("s");
    try (ServerSocketChannel plugin = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      plugin.bind(UnixDomainSocketAddress.of(socket));
      WireRelay relay = WireRelay.to(new PluginAddress(Network.UNIX, socket.toString()));
      Path own = Path.of(relay.address().address());
      try (relay;
          SocketChannel host = SocketChannel.open(relay.address().socketAddress());
          SocketChannel accepted = plugin.accept()) {
        host.write(ByteBuffer.wrap("there".getBytes(US_ASCII)));
        assertThat(read(accepted, 5)).isEqualTo("there");
        accepted.write(ByteBuffer.wrap("back".getBytes(US_ASCII)));
        assertThat(read(host, 4)).isEqualTo("back");
        assertThat(relay.heard()).extracting(Heard::toPlugin).containsExactly(true, false);
        accepted.shutdownOutput();
        assertThat(host.read(ByteBuffer.allocate(1))).isEqualTo(-1);
      }
      assertThat(Files.exists(own)).isFalse();
    }
  }

  private static String read(SocketChannel channel, int bytes) throws Exception {
    ByteBuffer buffer = ByteBuffer.allocate(bytes);
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // more is on its way
    }
    return new String(buffer.array(), US_ASCII);
  }
}
