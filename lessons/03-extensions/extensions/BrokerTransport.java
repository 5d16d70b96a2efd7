package extensions;

import basics.ListeningServer;
import basics.PluginConnection;
import course.goplugin.ConnInfo;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import java.util.function.Consumer;

/// What carries a broker's side connections: sockets of their own, or the main connection.
interface BrokerTransport {
  /// Opens a stream for the other side to dial.
  ///
  /// @return the open stream; the caller closes it
  /// @throws BrokerException if that is not possible
  Listening listen(int streamId);

  /// Connects to a stream that the other side has opened, or will open within 5 s.
  ///
  /// @return the connection; the caller closes it
  /// @throws BrokerException if that is not possible
  PluginConnection connect(int streamId, Consumer<NettyChannelBuilder> settings);

  /// Takes a message of the other side's broker. Never blocks and never throws, whatever it says.
  ///
  /// @param from the way back to whoever sent it
  void received(ConnInfo message, BrokerOutbox from);

  /// Lets all who wait fail, and all who will come.
  ///
  /// @param why what happened and what to do
  void end(String why);

  /// A stream that is open and does not serve yet.
  interface Listening {
    /// Serves; once.
    ListeningServer serve(Consumer<NettyServerBuilder> services);

    /// Closes the stream. Calling it again does nothing.
    void close();
  }
}
