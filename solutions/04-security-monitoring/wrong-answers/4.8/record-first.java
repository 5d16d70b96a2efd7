// file: security/AuditChain.java
// wrong: the record, then the previous hash
public static String hash(String previous, byte[] record) {
  MessageDigest digest = Sha256.digest();
  digest.update(record);
  digest.update(HexFormat.of().parseHex(previous));
  return HexFormat.of().formatHex(digest.digest());
}
