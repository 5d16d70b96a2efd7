package security;

/// Which gRPC methods a permission is for: one (`shop.Prices/Get`), all of a service
/// (`shop.Prices/*`), or all (`*`).
///
/// @param text as it is written in a manifest or configuration
public record MethodPattern(String text) {
  /// All methods.
  public static final MethodPattern ALL = new MethodPattern("*");

  /// @throws IllegalArgumentException if it is no such pattern
  public MethodPattern {
    if (!text.equals("*")
        && !text.matches("[A-Za-z_][A-Za-z0-9_.]*/([A-Za-z_][A-Za-z0-9_]*|\\*)")) {
      throw new IllegalArgumentException(
          "no pattern of methods; write package.Service/Method, package.Service/* or *");
    }
  }

  /// Whether the method is one of these.
  ///
  /// @param fullMethod service and method, as gRPC writes it: `shop.Prices/Get`
  public boolean matches(String fullMethod) {
    if (text.equals("*")) {
      return true;
    }
    return text.endsWith("/*")
        ? fullMethod.startsWith(text.substring(0, text.length() - 1))
        : fullMethod.equals(text);
  }

  /// Whether each method of the other pattern is one of these.
  boolean covers(MethodPattern other) {
    return text.equals("*") || matches(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
