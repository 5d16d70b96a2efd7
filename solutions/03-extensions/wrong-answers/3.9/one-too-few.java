// file: extensions/JdkWebFetcher.java
// wrong: follows four redirects
public WebResponse fetch(String url) {
  TimeBudget time = TimeBudget.of(rules.timeout());
  WebTarget target = WebTarget.of(url, rules);
  for (int redirects = 0; redirects < REDIRECT_LIMIT; redirects++) {
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
  throw new WebFetchException(
      Reason.TOO_MANY_REDIRECTS, "%s: more than %d redirects".formatted(url, REDIRECT_LIMIT));
}
