// file: extensions/DependencyOrder.java
// wrong: takes the names as the map has them, so the order differs from host to host
public static List<String> of(Map<String, Set<String>> dependencies) {
  SequencedSet<String> order = new LinkedHashSet<>();
  for (String name : dependencies.keySet()) {
    visit(name, dependencies, new ArrayList<>(), order);
  }
  return List.copyOf(order);
}
