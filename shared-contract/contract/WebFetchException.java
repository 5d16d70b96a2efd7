package contract;

/// Why a [WebFetcher] brought nothing, or not all.
public final class WebFetchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The closed set of reasons: switch over it without a default.
  public enum Reason {
    /// No usable URL: not absolute, not `http` or `https`, or with a user name or password.
    INVALID_URL,
    /// The host is not on the list of allowed hosts.
    HOST_NOT_ALLOWED,
    /// The port is neither the scheme's own nor an allowed one.
    PORT_NOT_ALLOWED,
    /// The host's name leads to an address that is not allowed, such as a private one.
    ADDRESS_NOT_ALLOWED,
    /// A redirect leads from `https` to `http`.
    DOWNGRADE,
    /// More redirects than the fetcher follows.
    TOO_MANY_REDIRECTS,
    /// The body has more bytes than the fetcher allows.
    TOO_LARGE,
    /// The whole took longer than the fetcher allows.
    TIMEOUT,
    /// No such host, no connection, no valid certificate, or an answer that broke off.
    UNREACHABLE,
    /// The fetcher has too much to do: ask later.
    BUSY,
    /// The fetcher itself gave no answer.
    UNAVAILABLE
  }

  private final Reason reason;

  /// @param message what was asked, and what was found
  public WebFetchException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /// @param message what was asked, and what was found
  /// @param cause the error of the network or of the transport
  public WebFetchException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /// What is wrong.
  public Reason reason() {
    return reason;
  }
}
