package basics;

/// Java files do not compile. The message is the compiler's own report: `file:line: error: ...`.
public final class JavaBuildException extends PluginException {
  private static final long serialVersionUID = 1L;

  /// @param report what the compiler printed
  public JavaBuildException(String report) {
    super(report);
  }
}
