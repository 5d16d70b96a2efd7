package replicas;

import basics.PluginException;

/// etcd gave no answer, or refused. The message names the address and what was asked.
public final class EtcdException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param message the address, what was asked, what came back
  public EtcdException(String message) {
    super(message);
  }

  /// @param message the address, what was asked, what came back
  /// @param cause the connection's own error
  public EtcdException(String message, Throwable cause) {
    super(message, cause);
  }
}
