package extensions;

import basics.PluginException;
import org.jspecify.annotations.Nullable;

/// A side connection between host and plugin cannot be made.
public final class BrokerException extends PluginException {
  private static final long serialVersionUID = 1L;

  private final int streamId;

  private BrokerException(int streamId, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.streamId = streamId;
  }

  /// Something about one stream.
  ///
  /// @param streamId the stream's id, uint32
  /// @param what what happened and what to do
  static BrokerException of(int streamId, String what) {
    return of(streamId, what, null);
  }

  /// Something about one stream.
  ///
  /// @param cause the error below; null if there is none
  static BrokerException of(int streamId, String what, @Nullable Throwable cause) {
    String message = "broker stream %s: %s".formatted(Integer.toUnsignedString(streamId), what);
    return new BrokerException(streamId, message, cause);
  }

  /// No announcement came (go-plugin: "timeout waiting for connection info").
  static BrokerException noConnectionInfo(int streamId) {
    return of(
        streamId,
        """
        timeout waiting for connection info, 5 s.
        The other side has not accepted this id, or has done so more than 5 s before, or the id
        was dialled already: one announcement serves one dial. Accept the id first, send it to
        the dialler then, and dial it once.""");
  }

  /// A knock was not answered (go-plugin: "timeout waiting for multiplexing knock handshake").
  static BrokerException noAnswerToKnock(int streamId) {
    return of(
        streamId,
        """
        timeout waiting for the answer to a knock, 5 s.
        The other side's broker does not multiplex, or hangs.""");
  }

  /// A knock was answered with an error.
  ///
  /// @param error the other side's words
  static BrokerException refused(int streamId, String error) {
    return of(
        streamId,
        """
        the other side refuses: %s
        Accept the id first, then send it to the dialler; dial as long as it is accepted."""
            .formatted(error));
  }

  /// There is no broker at all.
  static BrokerException notConfigured() {
    return new BrokerException(
        0,
        """
        this connection has no broker.
        Give the host ClientConfig.Builder.connector(BrokerConnector.direct()) and the plugin
        ServeConfig.withConnector(BrokerConnector.forPlugin()).""",
        null);
  }

  /// The stream's id, uint32; 0 if there is no broker at all.
  public int streamId() {
    return streamId;
  }
}
