// file: monitoring/ProcessUsage.java
// wrong: does not look at the unit
public static OptionalLong residentBytes(List<String> status) {
  return status.stream()
      .filter(line -> line.startsWith(RESIDENT))
      .map(line -> line.substring(RESIDENT.length()).strip().split("\\s+", -1))
      .filter(words -> !words[0].isEmpty())
      .mapToLong(words -> 1_024 * Long.parseLong(words[0]))
      .findFirst();
}
