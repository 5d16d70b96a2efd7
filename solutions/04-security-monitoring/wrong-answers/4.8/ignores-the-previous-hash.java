// file: security/AuditChain.java
// wrong: the right number is enough, so a line of another log fits
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
  if (parts.number() != number) {
    throw new BrokenChainException(Fault.MISPLACED, number, "" + number, "" + parts.number());
  }
  return new AuditHead(number, parts.hash(), before.bytes() + line.length + 1);
}
