// file: extensions/Confinement.java
// wrong: follows no link, but takes any directory that has the name by then
public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
    throws IOException {
  BasicFileAttributes seen = look(directory, name);
  refuseAllBut(seen, seen.isDirectory(), name);
  return directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
}
