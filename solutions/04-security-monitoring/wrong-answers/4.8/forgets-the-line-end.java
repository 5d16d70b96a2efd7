// file: security/AuditChain.java
// wrong: does not count the byte of the line end
public static AuditHead follow(AuditHead before, byte[] line) {
  long number = before.line() + 1;
  Parts parts =
      parse(line)
          .orElseThrow(
              () -> new BrokenChainException(Fault.MALFORMED, number, "a record", "none"));
  String hash = hash(parts.previous(), parts.recordBytes());
  if (!hash.equals(parts.hash())) {
    throw new BrokenChainException(Fault.CHANGED, number, parts.hash(), hash);
  }
  if (parts.number() != number || !parts.previous().equals(before.hash())) {
    throw new BrokenChainException(Fault.MISPLACED, number, before.hash(), parts.previous());
  }
  return new AuditHead(number, parts.hash(), before.bytes() + line.length);
}
