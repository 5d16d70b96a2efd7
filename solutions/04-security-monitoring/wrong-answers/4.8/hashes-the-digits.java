// file: security/AuditChain.java
// wrong: takes the previous hash's 64 digits in, not its 32 bytes
public static String hash(String previous, byte[] record) {
  MessageDigest digest = Sha256.digest();
  digest.update(previous.getBytes(StandardCharsets.US_ASCII));
  digest.update(record);
  return HexFormat.of().formatHex(digest.digest());
}
