// file: extensions/Confinement.java
// wrong: takes all that is no directory for a link
public static SecureDirectoryStream<Path> step(SecureDirectoryStream<Path> directory, Path name)
    throws IOException {
  BasicFileAttributes seen = look(directory, name);
  if (!seen.isDirectory()) {
    throw new FileStoreException(Reason.LINK, name + " is a link");
  }
  return directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS);
}
