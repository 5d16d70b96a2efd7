// file: extensions/Batching.java
// wrong: only full batches are sent, so the last operations have no outcome
public static List<Outcome> calculate(List<Operation> operations, int limit, Sender send) {
  List<Outcome> outcomes = new ArrayList<>();
  try {
    for (int from = 0; from + limit <= operations.size(); from += limit) {
      outcomes.addAll(send.send(operations.subList(from, from + limit)));
    }
  } catch (CalculatorException e) {
    while (outcomes.size() < operations.size()) {
      outcomes.add(new Outcome.Failed(e));
    }
  }
  return outcomes;
}
