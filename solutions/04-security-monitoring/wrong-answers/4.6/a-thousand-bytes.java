// file: monitoring/ProcessUsage.java
// wrong: takes a kB for 1,000 bytes
public static OptionalLong residentBytes(List<String> status) {
  return status.stream()
      .filter(line -> line.startsWith(RESIDENT))
      .map(line -> line.substring(RESIDENT.length()).strip().split("\\s+", -1))
      .filter(words -> words.length == 2 && words[1].equals("kB"))
      .mapToLong(words -> 1_000 * Long.parseLong(words[0]))
      .findFirst();
}
