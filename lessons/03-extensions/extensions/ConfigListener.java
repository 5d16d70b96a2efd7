package extensions;

/// Is told what a [ConfigWatch] finds. Its methods are called by one thread, one after the other;
/// what they throw is logged and stops nothing.
@FunctionalInterface
public interface ConfigListener {
  /// The file says something else, and that applies now.
  void changed(ConfigChange change);

  /// The file cannot be used as it is now. What applied goes on to apply. It is called once for
  /// each bad state of the file.
  default void refused(ConfigException problem) {}
}
