package replicas;

import basics.PluginException;

/// etcd gave no answer, or refused. The message names the address and what was asked.
public final class EtcdException extends PluginException {
  private static final long serialVersionUID = 1L;

  EtcdException(String message) {
    super(message);
  }

  EtcdException(String message, Throwable cause) {
    super(message, cause);
  }
}
