package extensions;

import java.util.Locale;

/// One entry of a list of allowed hosts: a host (`example.org`, `127.0.0.1`), or all hosts below a
/// name (`*.example.org`, without `example.org` itself).
///
/// @param text in lower case, without a dot at the end
public record HostPattern(String text) {
  /// @throws IllegalArgumentException if it is no such pattern
  public HostPattern {
    text = normalized(text);
    String name = text.startsWith("*.") ? text.substring(2) : text;
    if (name.isEmpty() || name.startsWith(".") || !name.matches("[a-z0-9_.:-]+")) {
      throw new IllegalArgumentException(
          "no pattern of hosts: '%s'; write example.org, or *.example.org".formatted(text));
    }
  }

  /// Whether the pattern allows the host. An address never is below a name.
  ///
  /// @param host a name or an address; case and a dot at the end do not matter
  public boolean matches(String host) {
    String name = normalized(host);
    if (!text.startsWith("*.")) {
      return name.equals(text);
    }
    boolean address = name.contains(":") || name.matches("[0-9.]+");
    return !address && name.length() > text.length() - 1 && name.endsWith(text.substring(1));
  }

  /// A host as it is compared: in lower case, without brackets, without a dot at the end.
  static String normalized(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}
