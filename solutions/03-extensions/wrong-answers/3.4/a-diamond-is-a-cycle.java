// file: extensions/DependencyOrder.java
// wrong: never takes a name off the way, so a plugin that two others need looks like a circle
private static void visit(
    String name,
    Map<String, Set<String>> dependencies,
    List<String> way,
    SequencedSet<String> order) {
  int seen = way.indexOf(name);
  way.add(name);
  if (seen >= 0) {
    throw new DependencyCycleException(way.subList(seen, way.size()));
  }
  for (String needed : new TreeSet<>(dependencies.getOrDefault(name, Set.of()))) {
    visit(needed, dependencies, way, order);
  }
  order.add(name);
}
