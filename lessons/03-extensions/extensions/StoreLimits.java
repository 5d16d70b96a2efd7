package extensions;

/// How much one plugin may keep with its host.
///
/// @param keyLength the longest key, in characters: 1 to 128
/// @param valueBytes the longest value: 0 to 1 MiB
/// @param keys how many keys: 0 to 10,000
public record StoreLimits(int keyLength, int valueBytes, int keys) {
  /// Keys of 128 characters, values of 64 KiB, 1,000 keys: at most 64 MB for a plugin.
  public static final StoreLimits DEFAULT = new StoreLimits(128, 64 << 10, 1_000);

  static final int HIGHEST_VALUE_BYTES = 1 << 20;
  private static final int HIGHEST_KEY_LENGTH = 128;
  private static final int HIGHEST_KEYS = 10_000;

  /// @throws IllegalArgumentException if a number is out of its range
  public StoreLimits {
    require("keyLength", keyLength, 1, HIGHEST_KEY_LENGTH);
    require("valueBytes", valueBytes, 0, HIGHEST_VALUE_BYTES);
    require("keys", keys, 0, HIGHEST_KEYS);
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException("%s not in %d..%d: %d".formatted(name, min, max, value));
    }
  }
}
