// file: security/AuditChain.java
// wrong: each line stands for itself
public static String hash(String previous, byte[] record) {
  return Sha256.hex(record);
}
