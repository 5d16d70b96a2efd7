// file: extensions/JdkWebFetcher.java
// wrong: after five redirects it returns the sixth as the answer
public WebResponse fetch(String url) {
  TimeBudget time = TimeBudget.of(rules.timeout());
  WebTarget target = WebTarget.of(url, rules);
  for (int redirects = 0; redirects <= REDIRECT_LIMIT; redirects++) {
    PinnedExchange exchange = exchange(target, time);
    boolean answered = false;
    try {
      Optional<WebTarget> next = redirect(target, exchange.response());
      if (next.isEmpty()) {
        WebResponse answer = answer(target, exchange, time);
        answered = true;
        return answer;
      }
      target = next.get();
    } finally {
      if (!answered) {
        exchange.close();
      }
    }
  }
  return answer(target, exchange(target, TimeBudget.of(rules.timeout())), TimeBudget.of(rules.timeout()));
}
