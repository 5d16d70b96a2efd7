package newplugin;

/// No project was made. The message says why, and what to do.
public final class NewPluginException extends Exception {
  private static final long serialVersionUID = 1;

  NewPluginException(String message) {
    super(message);
  }

  NewPluginException(String message, Throwable cause) {
    super(message, cause);
  }
}
