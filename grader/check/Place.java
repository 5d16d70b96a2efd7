package check;

/// A line in a file, in the form that terminals and editors make clickable.
///
/// @param file relative to the course's root
/// @param line from 1
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
