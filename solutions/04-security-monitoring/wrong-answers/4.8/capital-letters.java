// file: security/AuditChain.java
// wrong: another form of the same number
public static String hash(String previous, byte[] record) {
  MessageDigest digest = Sha256.digest();
  digest.update(HexFormat.of().parseHex(previous));
  digest.update(record);
  return HexFormat.of().withUpperCase().formatHex(digest.digest());
}
