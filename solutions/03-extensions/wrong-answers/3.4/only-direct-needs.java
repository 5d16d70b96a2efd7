// file: extensions/DependencyOrder.java
// wrong: sorts by how many others a plugin needs, which says nothing of longer chains
public static List<String> of(Map<String, Set<String>> dependencies) {
  List<String> order = new ArrayList<>(new TreeSet<>(dependencies.keySet()));
  order.sort(
      java.util.Comparator.comparingInt(
          (String name) -> dependencies.getOrDefault(name, Set.of()).size()));
  return order;
}
