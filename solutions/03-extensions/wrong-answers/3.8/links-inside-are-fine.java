// file: extensions/Confinement.java
// wrong: follows a link that leads to a place inside
public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
    throws IOException {
  BasicFileAttributes seen = look(directory, name);
  if (seen.isSymbolicLink()) {
    return directory.newDirectoryStream(name);
  }
  refuseAllBut(seen, seen.isDirectory(), name);
  return directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
}
