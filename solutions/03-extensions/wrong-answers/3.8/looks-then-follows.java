// file: extensions/Confinement.java
// wrong: looks at the name itself, then opens what the name leads to by then
public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
    throws IOException {
  BasicFileAttributes seen = look(directory, name);
  refuseAllBut(seen, seen.isDirectory(), name);
  return directory.newDirectoryStream(name);
}
