package extensions;

import contract.WebFetchException;
import contract.WebFetchException.Reason;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/// A URL that the rules allow, as far as its text goes.
///
/// @param uri with a path, without a fragment
/// @param host the name or address, in lower case, without brackets
/// @param port the port to connect to
record WebTarget(URI uri, String host, int port) {
  private static final int LIMIT_CHARS = 8192;

  /// @throws WebFetchException INVALID_URL, HOST_NOT_ALLOWED or PORT_NOT_ALLOWED
  static WebTarget of(String url, WebRules rules) {
    URI uri = parse(url);
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw invalid(url, "it begins neither with http:// nor with https://");
    }
    if (uri.getRawUserInfo() != null) {
      throw new WebFetchException(
          Reason.INVALID_URL, "a URL with a user name or password is not fetched");
    }
    String host = uri.getHost();
    if (host == null || host.isEmpty()) {
      throw invalid(url, "it has no usable host; write a name of other letters as xn--...");
    }
    String name = HostPattern.normalized(host);
    if (rules.allowedHosts().stream().noneMatch(pattern -> pattern.matches(name))) {
      throw new WebFetchException(
          Reason.HOST_NOT_ALLOWED, "the host %s is not allowed".formatted(name));
    }
    int usual = scheme.equals("https") ? 443 : 80;
    int port = uri.getPort() < 0 ? usual : uri.getPort();
    if (port != usual && !rules.allowedPorts().contains(port)) {
      throw new WebFetchException(
          Reason.PORT_NOT_ALLOWED, "port %d of %s is not allowed".formatted(port, name));
    }
    return new WebTarget(withPath(uri, scheme, name, port), name, port);
  }

  private static URI parse(String url) {
    if (url.length() > LIMIT_CHARS) {
      throw new WebFetchException(
          Reason.INVALID_URL, "a URL of more than %d characters".formatted(LIMIT_CHARS));
    }
    try {
      return new URI(url);
    } catch (URISyntaxException e) {
      throw new WebFetchException(Reason.INVALID_URL, "no URL: %s".formatted(e.getMessage()), e);
    }
  }

  private static WebFetchException invalid(String url, String why) {
    return new WebFetchException(Reason.INVALID_URL, "%s: '%s'".formatted(why, url));
  }

  /// The path is needed: the JDK resolves `a` against `http://host` as `http://hosta`.
  private static URI withPath(URI uri, String scheme, String host, int port) {
    return URI.create(scheme + "://" + authority(host, port, secure(scheme)) + pathAndQuery(uri));
  }

  private static String pathAndQuery(URI uri) {
    String path = uri.getRawPath();
    String query = uri.getRawQuery();
    return (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
  }

  private static boolean secure(String scheme) {
    return scheme.equals("https");
  }

  private static String authority(String host, int port, boolean secure) {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (secure ? 443 : 80) ? name : name + ":" + port;
  }

  /// Whether it is `https`.
  boolean secure() {
    return secure(uri.getScheme());
  }

  /// Whether the host is an address, not a name.
  boolean isLiteral() {
    return host.contains(":") || host.matches("[0-9.]+");
  }

  /// The value of the `Host` header.
  String authority() {
    return authority(host, port, secure());
  }

  /// Scheme, host and port: `https://example.org`.
  String origin() {
    return uri.getScheme() + "://" + authority();
  }

  /// The same URL with an address in the place of the name: nothing is left to resolve.
  URI at(InetAddress address) {
    String literal = address.getHostAddress();
    return URI.create(
        "%s://%s:%d%s"
            .formatted(
                uri.getScheme(),
                address instanceof Inet6Address ? "[" + literal + "]" : literal,
                port,
                pathAndQuery(uri)));
  }

  /// Where a redirect leads from here.
  ///
  /// @param location the header of that name
  /// @throws WebFetchException as [#of] does, and DOWNGRADE from `https` to `http`
  WebTarget redirect(String location, WebRules rules) {
    URI next;
    try {
      // The JDK resolves a query alone as RFC 2396 did, without the path's last name.
      next = uri.resolve(location.startsWith("?") ? uri.getRawPath() + location : location);
    } catch (IllegalArgumentException e) {
      throw new WebFetchException(
          Reason.INVALID_URL, "a redirect to no URL: '%s'".formatted(location), e);
    }
    WebTarget target = of(next.toString(), rules);
    if (secure() && !target.secure()) {
      throw new WebFetchException(
          Reason.DOWNGRADE, "a redirect from %s to http".formatted(authority()));
    }
    return target;
  }
}
