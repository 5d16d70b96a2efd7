package extensions;

import contract.WebFetchException;
import contract.WebFetchException.Reason;
import contract.WebFetcher;
import contract.WebResponse;
import course.Exercise;
import course.ExerciseNotDone;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/// Fetches by the HTTP client of the JDK, within [WebRules].
///
/// Each address that a connection goes to has been checked, after a redirect, too: see
/// [AddressCheck] for which, [PinnedExchange] for why that holds. It follows up to five redirects
/// by itself.
///
/// It keeps no connection and no cookie, asks no proxy, unpacks nothing. Safe for use by many
/// threads.
public final class JdkWebFetcher implements WebFetcher {
  /// How many redirects one fetch follows.
  public static final int REDIRECT_LIMIT = 5;

  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final WebRules rules;
  private final HostResolver resolver;
  private final SSLContext tls;
  private final Function<String, Optional<String>> authorization;

  /// A fetcher with the system's resolver and certificates.
  ///
  /// It lets this JVM set the `Host` header (`jdk.httpclient.allowRestrictedHeaders`), so make it
  /// before any other use of the JDK's HTTP client.
  public JdkWebFetcher(WebRules rules) {
    this(rules, HostResolver.SYSTEM, systemTls());
  }

  /// @param resolver finds the addresses, once for each request
  /// @param tls whose certificates are trusted
  public JdkWebFetcher(WebRules rules, HostResolver resolver, SSLContext tls) {
    this(rules, resolver, tls, origin -> Optional.empty());
  }

  private JdkWebFetcher(
      WebRules rules,
      HostResolver resolver,
      SSLContext tls,
      Function<String, Optional<String>> authorization) {
    PinnedExchange.allowHostHeader();
    this.rules = rules;
    this.resolver = resolver;
    this.tls = tls;
    this.authorization = authorization;
  }

  /// The same fetcher, which shows who it is. A redirect to another origin is asked for anew: what
  /// was shown to one is not shown to the next.
  ///
  /// @param header the value of the header `Authorization` for an origin, such as
  ///   `https://example.org` or `http://127.0.0.1:8080`; empty for none
  public JdkWebFetcher authorizedBy(Function<String, Optional<String>> header) {
    return new JdkWebFetcher(rules, resolver, tls, header);
  }

  private static SSLContext systemTls() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no TLS: " + e, e);
    }
  }

  /// Fetches.
  ///
  /// Exercise 3.9. Asks for the target ([#exchange], which checks its addresses). An answer that
  /// leads to no other target ([#redirect]) is the result: [#answer]. Otherwise that answer is
  /// closed, and the same begins with the new target, at most [#REDIRECT_LIMIT] times; one more is
  /// a TOO_MANY_REDIRECTS. All of it shares one budget of time. Whatever is thrown, no exchange
  /// stays open.
  @Override
  @Exercise("3.9")
  public WebResponse fetch(String url) {
    throw new ExerciseNotDone("3.9");
  }

  /// Where an answer leads to; empty if it is no redirect, or does not say where to.
  ///
  /// @throws WebFetchException if the rules do not allow that URL
  Optional<WebTarget> redirect(WebTarget from, HttpResponse<?> response) {
    if (!REDIRECTS.contains(response.statusCode())) {
      return Optional.empty();
    }
    return response
        .headers()
        .firstValue("location")
        .map(location -> from.redirect(location, rules));
  }

  /// Resolves the host, checks all its addresses, and asks the first that takes a connection.
  PinnedExchange exchange(WebTarget target, TimeBudget time) {
    List<InetAddress> addresses = resolve(target.host(), time);
    AddressCheck.require(target.host(), addresses, rules.allowedAddresses());
    ConnectException refused = new ConnectException("no address");
    for (InetAddress address : addresses) {
      try {
        return PinnedExchange.get(target, address, authorization.apply(target.origin()), tls, time);
      } catch (ConnectException e) {
        refused = e;
      } catch (HttpTimeoutException e) {
        throw WebBody.timeout(target.uri().toString(), rules, e);
      } catch (IOException | IllegalArgumentException e) {
        // The latter is how the JDK tells of a Content-Length that is no number.
        throw unreachable(target, e);
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
    }
    throw unreachable(target, refused);
  }

  private static WebFetchException unreachable(WebTarget target, Exception error) {
    return new WebFetchException(
        Reason.UNREACHABLE, "%s: %s".formatted(target.authority(), error), error);
  }

  /// The system's resolver knows no time limit.
  private List<InetAddress> resolve(String host, TimeBudget time) {
    Callable<List<InetAddress>> work = () -> resolver.resolve(host);
    FutureTask<List<InetAddress>> task = new FutureTask<>(work);
    Thread.ofVirtual().name("web-resolve").start(task);
    try {
      return List.copyOf(task.get(time.left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      throw WebBody.timeout(host, rules, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException unknown) {
        throw new WebFetchException(
            Reason.UNREACHABLE, "no host has the name %s".formatted(host), unknown);
      }
      throw new IllegalStateException("the resolver failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static WebFetchException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new WebFetchException(Reason.UNAVAILABLE, "interrupted", e);
  }

  /// The result of a fetch: it owns the exchange from now on.
  ///
  /// @throws WebFetchException TOO_LARGE, if the server announces too much, UNREACHABLE, if its
  ///   status is none; the exchange stays open
  WebResponse answer(WebTarget target, PinnedExchange exchange, TimeBudget time) {
    HttpResponse<?> response = exchange.response();
    String url = target.uri().toString();
    // What a server says of the size may be a lie: this only spares the bytes of an honest one.
    if (response.headers().firstValueAsLong("content-length").orElse(0) > rules.maxBodyBytes()) {
      throw WebBody.tooLarge(url, rules);
    }
    if (response.statusCode() < 100 || response.statusCode() > 599) {
      throw new WebFetchException(
          Reason.UNREACHABLE,
          "%s: the status %d is none of HTTP".formatted(url, response.statusCode()));
    }
    Map<String, List<String>> headers = response.headers().map();
    return new WebResponse(
        response.statusCode(), url, headers, new WebBody(exchange, rules, time, url));
  }
}
