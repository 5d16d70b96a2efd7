// file: extensions/JdkWebFetcher.java
// wrong: notes that the answer was handed on before it was: a refused one stays open
public WebResponse fetch(String url) {
  TimeBudget time = TimeBudget.of(rules.timeout());
  WebTarget target = WebTarget.of(url, rules);
  for (int redirects = 0; redirects <= REDIRECT_LIMIT; redirects++) {
    PinnedExchange exchange = exchange(target, time);
    boolean answered = false;
    try {
      Optional<WebTarget> next = redirect(target, exchange.response());
      if (next.isEmpty()) {
        answered = true;
        return answer(target, exchange, time);
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
