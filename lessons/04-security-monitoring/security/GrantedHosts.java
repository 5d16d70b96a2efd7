package security;

import extensions.HostPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/// Tells whether a host of a request, or the host of a URL, is granted. It does not look up names
/// and sees no redirect: that is for whoever connects (such as [extensions.JdkWebFetcher]).
final class GrantedHosts {
  /// A text with other characters, such as `evil.test#.example.org`, is another host to whoever
  /// makes a URL of it.
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.-]+|\\[?[0-9A-Fa-f:.]+]?");

  private GrantedHosts() {}

  static boolean contain(List<HostPattern> hosts, String text) {
    try {
      String host = text.contains("/") ? new URI(text).getHost() : text;
      return host != null
          && HOST.matcher(host).matches()
          && hosts.stream().anyMatch(pattern -> pattern.matches(host));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
