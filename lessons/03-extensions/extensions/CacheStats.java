package extensions;

/// How a [CachingCalculator] fares, at one moment.
///
/// @param hits calculations that were answered from the cache
/// @param misses calculations that the calculator behind it was asked for, failed ones included
/// @param size results that are kept now
/// @param capacity results that may be kept
public record CacheStats(long hits, long misses, int size, int capacity) {
  /// The part of all calculations that were hits, 0 to 1; 0 if there were none.
  public double hitRate() {
    return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
  }
}
