// file: lifecycle/VersionNegotiation.java
// wrong: an entry that is no number breaks the plugin
private static List<Integer> numbers(String offered) {
  List<Integer> numbers = new ArrayList<>();
  for (String entry : offered.split(",", -1)) {
    if (!entry.isBlank()) {
      numbers.add(Integer.parseInt(entry.strip()));
    }
  }
  return numbers;
}
