// file: security/AuditChain.java
// wrong: believes the hash that stands in the line
public static AuditHead follow(AuditHead before, byte[] line) {
  long number = before.line() + 1;
  Parts parts =
      parse(line)
          .orElseThrow(
              () -> new BrokenChainException(Fault.MALFORMED, number, "a record", "none"));
  if (parts.number() != number || !parts.previous().equals(before.hash())) {
    throw new BrokenChainException(Fault.MISPLACED, number, before.hash(), parts.previous());
  }
  return new AuditHead(number, parts.hash(), before.bytes() + line.length + 1);
}
