// file: monitoring/ProcessUsage.java
// wrong: finds the word anywhere in a line
public static OptionalLong residentBytes(List<String> status) {
  return status.stream()
      .filter(line -> line.contains(RESIDENT))
      .map(line -> line.substring(line.indexOf(RESIDENT) + RESIDENT.length()).strip())
      .map(rest -> rest.split("\\s+", -1))
      .filter(words -> words.length == 2 && words[1].equals("kB"))
      .mapToLong(words -> 1_024 * Long.parseLong(words[0]))
      .findFirst();
}
