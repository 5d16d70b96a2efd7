// file: extensions/Batching.java
// wrong: sends the next batches to a plugin that gives no answer: each waits for its timeout
public static List<Outcome> calculate(List<Operation> operations, int limit, Sender send) {
  List<Outcome> outcomes = new ArrayList<>();
  while (outcomes.size() < operations.size()) {
    int to = Math.min(operations.size() - outcomes.size(), limit) + outcomes.size();
    try {
      outcomes.addAll(send.send(operations.subList(outcomes.size(), to)));
    } catch (CalculatorException e) {
      while (outcomes.size() < to) {
        outcomes.add(new Outcome.Failed(e));
      }
    }
  }
  return outcomes;
}
