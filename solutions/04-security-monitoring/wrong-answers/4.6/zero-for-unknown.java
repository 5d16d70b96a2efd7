// file: monitoring/ProcessUsage.java
// wrong: says zero where nothing is told
public static OptionalLong residentBytes(List<String> status) {
  long bytes =
      status.stream()
          .filter(line -> line.startsWith(RESIDENT))
          .map(line -> line.substring(RESIDENT.length()).strip().split("\\s+", -1))
          .filter(words -> words.length == 2 && words[1].equals("kB"))
          .mapToLong(words -> 1_024 * Long.parseLong(words[0]))
          .findFirst()
          .orElse(0);
  return OptionalLong.of(bytes);
}
