// file: extensions/Batching.java
// wrong: an unanswered batch throws away the answers that came before
public static List<Outcome> calculate(List<Operation> operations, int limit, Sender send) {
  List<Outcome> outcomes = new ArrayList<>();
  for (int from = 0; from < operations.size(); from += limit) {
    int to = Math.min(operations.size(), from + limit);
    outcomes.addAll(send.send(operations.subList(from, to)));
  }
  return outcomes;
}
