// file: extensions/DependencyOrder.java
// wrong: a plugin that depends on itself is no error
private static void visit(
    String name,
    Map<String, Set<String>> dependencies,
    List<String> way,
    SequencedSet<String> order) {
  if (order.contains(name)) {
    return;
  }
  int seen = way.indexOf(name);
  way.add(name);
  if (seen >= 0) {
    throw new DependencyCycleException(way.subList(seen, way.size()));
  }
  for (String needed : new TreeSet<>(dependencies.getOrDefault(name, Set.of()))) {
    if (!needed.equals(name)) {
      visit(needed, dependencies, way, order);
    }
  }
  way.removeLast();
  order.add(name);
}
