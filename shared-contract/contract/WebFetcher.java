package contract;

/// Fetches from the web by HTTP GET, within the rules of the plugin that does it: which hosts,
/// which addresses, how much and how long.
///
/// Implementations are safe for use by many threads.
@FunctionalInterface
public interface WebFetcher {
  /// The most bytes that travel in one message.
  int CHUNK_LIMIT_BYTES = 64 * 1024;

  /// Asks for a page and follows its redirects.
  ///
  /// A status such as 404 is an answer, not an error.
  ///
  /// @param url absolute, `http` or `https`, without a user name or password
  /// @return status, headers, and a body that arrives while it is read; the caller closes it
  /// @throws WebFetchException if the rules forbid it, or there is no answer
  WebResponse fetch(String url);
}
