package contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;

/// The answer of a web server. To be closed, best with try-with-resources.
///
/// @param status the HTTP status, 100 to 599
/// @param url where the answer came from, after all redirects
/// @param headers the answer's headers, by name in lower case
/// @param body the content as it was sent, not unpacked; its `read` throws [WebFetchException]
public record WebResponse(
    int status, String url, Map<String, List<String>> headers, InputStream body)
    implements AutoCloseable {
  /// Copies the headers.
  ///
  /// @throws IllegalArgumentException if the status is none
  public WebResponse {
    if (status < 100 || status > 599) {
      throw new IllegalArgumentException("status not in 100..599: " + status);
    }
    headers = Map.copyOf(headers);
  }

  /// Ends the transfer, whether it is complete or not.
  @Override
  public void close() throws IOException {
    body.close();
  }
}
