// file: extensions/Confinement.java
// wrong: works .. out by the text instead of refusing it
Place locate(String text) {
  Path path = parse(text);
  path = path.normalize();
  Place best = null;
  for (AllowedDirectory root : allowed) {
    for (Path base : List.of(root.named(), root.real())) {
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
