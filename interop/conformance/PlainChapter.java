package conformance;

import java.util.List;
import java.util.stream.Stream;

/// One plugin from its line to its end, without TLS and without multiplexing.
final class PlainChapter implements Chapter {
  private final Subject subject;
  private final Session session;

  PlainChapter(Subject subject) {
    this.subject = subject;
    this.session = new Session(subject, environment -> {});
  }

  @Override
  public List<Check> checks() {
    return Stream.of(
            new LineChecks(subject, session).checks(),
            new ServiceChecks(subject, session).checks(),
            new EndChecks(session).checks())
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void close() {
    session.close();
  }
}
