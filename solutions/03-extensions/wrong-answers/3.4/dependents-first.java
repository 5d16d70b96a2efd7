// file: extensions/DependencyOrder.java
// wrong: the order in which plugins end, not the one in which they start
public static List<String> of(Map<String, Set<String>> dependencies) {
  SequencedSet<String> order = new LinkedHashSet<>();
  for (String name : new TreeSet<>(dependencies.keySet())) {
    visit(name, dependencies, new ArrayList<>(), order);
  }
  return List.copyOf(order.reversed());
}
