// file: security/AuditChain.java
// wrong: digest(bytes) begins anew after it has answered, so the record is not in the hash
public static String hash(String previous, byte[] record) {
  MessageDigest digest = Sha256.digest();
  String hash = HexFormat.of().formatHex(digest.digest(HexFormat.of().parseHex(previous)));
  digest.update(record);
  return hash;
}
