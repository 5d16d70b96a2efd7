package security;

import extensions.HostPattern;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/// Tells whether a host of a request, or the host of a URL, is granted. It does not look up names
/// and sees no redirect: that is for whoever connects (such as [extensions.JdkWebFetcher]).
final class GrantedHosts {
  private GrantedHosts() {}

  static boolean contain(List<HostPattern> hosts, String text) {
    try {
      String host = text.contains("/") ? new URI(text).getHost() : text;
      return host != null && hosts.stream().anyMatch(pattern -> pattern.matches(host));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
