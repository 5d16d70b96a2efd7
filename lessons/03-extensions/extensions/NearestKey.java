package extensions;

import course.Exercise;
import course.ExerciseNotDone;
import java.util.Collection;
import java.util.Optional;

/// Finds what the author of a misspelt key had in mind.
public final class NearestKey {
  private NearestKey() {}

  /// The known key that is nearest to a misspelt one, if any is near enough.
  ///
  /// Exercise 3.5. Near is what has the smallest [#distance] to the key, where the case of letters
  /// does not count: `Timeout` is at no distance from `timeout`. A third of the longer key's
  /// letters may be wrong, rounded down, and one always may: `precison` is near `precision`, `prec`
  /// is not. Of two keys at the same distance it is the first in alphabetical order.
  ///
  /// @param key as it was written
  /// @param known the keys that there are, in any order; may be empty
  /// @return one of the known keys, spelled as there; empty if none is near enough
  @Exercise("3.5")
  public static Optional<String> of(String key, Collection<String> known) {
    throw new ExerciseNotDone("3.5");
  }

  /// How many characters one has to insert, remove or replace to turn one text into the other
  /// (Levenshtein, 1965). Takes time and space in proportion to the product of the lengths and to
  /// the second one's.
  public static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int column = 1; column < row.length; column++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(column - 1) ? 0 : 1);
        diagonal = row[column];
        row[column] = Math.min(replaced, Math.min(row[column], row[column - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
