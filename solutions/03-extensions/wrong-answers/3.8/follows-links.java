// file: extensions/Confinement.java
// wrong: opens what the name leads to, links included
public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
    throws IOException {
  BasicFileAttributes seen =
      directory.getFileAttributeView(name, BasicFileAttributeView.class).readAttributes();
  refuseAllBut(seen, seen.isDirectory(), name);
  return directory.newDirectoryStream(name);
}
