// file: extensions/DependencyOrder.java
// wrong: the cycle shows the whole way that led to it, not the circle alone
private static void visit(
    String name,
    Map<String, Set<String>> dependencies,
    List<String> way,
    SequencedSet<String> order) {
  if (order.contains(name)) {
    return;
  }
  if (way.contains(name)) {
    way.add(name);
    way.set(0, name);
    throw new DependencyCycleException(way);
  }
  way.add(name);
  for (String needed : new TreeSet<>(dependencies.getOrDefault(name, Set.of()))) {
    visit(needed, dependencies, way, order);
  }
  way.removeLast();
  order.add(name);
}
