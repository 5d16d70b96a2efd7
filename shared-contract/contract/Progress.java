package contract;

/// How far a long job is.
///
/// @param done how much is done: `0 <= done <= total`
/// @param total how much there is to do
/// @param note what is being done, for people: one line of at most 200 characters; may be empty
public record Progress(long done, long total, String note) {
  /// The longest note, in characters.
  public static final int NOTE_LIMIT = 200;

  /// @throws IllegalArgumentException if a number is out of range, or the note is too long or has
  ///   control characters
  public Progress {
    if (done < 0 || done > total) {
      throw new IllegalArgumentException("done not in 0.." + total + ": " + done);
    }
    if (note.length() > NOTE_LIMIT) {
      throw new IllegalArgumentException(
          "a note of %d characters; %d are allowed".formatted(note.length(), NOTE_LIMIT));
    }
    if (note.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a note with control characters");
    }
  }

  /// How much is done, in whole percent, rounded down: 0 to 100; 100 if there is nothing to do.
  public int percent() {
    return total == 0 ? 100 : (int) (100.0 * done / total);
  }
}
