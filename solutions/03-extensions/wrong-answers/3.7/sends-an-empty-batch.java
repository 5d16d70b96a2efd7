// file: extensions/Batching.java
// wrong: the loop's end sends a batch without operations
public static List<Outcome> calculate(List<Operation> operations, int limit, Sender send) {
  List<Outcome> outcomes = new ArrayList<>();
  try {
    for (int from = 0; from <= operations.size(); from += limit) {
      int to = Math.min(operations.size(), from + limit);
      outcomes.addAll(send.send(operations.subList(from, to)));
    }
  } catch (CalculatorException e) {
    while (outcomes.size() < operations.size()) {
      outcomes.add(new Outcome.Failed(e));
    }
  }
  return outcomes;
}
