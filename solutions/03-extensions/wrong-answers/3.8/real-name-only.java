// file: extensions/Confinement.java
// wrong: knows an allowed directory by its real name only
Place locate(String text) {
  Path path = parse(text);
  for (Path name : path) {
    if (name.toString().equals("..") || name.toString().equals(".")) {
      throw new FileStoreException(Reason.INVALID_PATH, "dots in " + text);
    }
  }
  Place best = null;
  for (AllowedDirectory root : allowed) {
    for (Path base : List.of(root.real())) {
      if (path.startsWith(base)) {
        Place place = new Place(root, names(path, base.getNameCount()));
        best = best == null || place.names().size() < best.names().size() ? place : best;
      }
    }
  }
  if (best == null) {
    throw new FileStoreException(Reason.OUTSIDE, text + " is outside");
  }
  return best;
}
