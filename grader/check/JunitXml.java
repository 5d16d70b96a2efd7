package check;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes a report in the form that continuous integration systems read: one suite an exercise, one
/// case a check.
final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  static void write(LessonReport report, Path file) {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JunitXml(writer).write(report);
      writer.close();
    } catch (IOException | XMLStreamException e) {
      throw new CourseException("cannot write " + file, e);
    }
  }

  private void write(LessonReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("testsuites");
    xml.writeAttribute("time", seconds(report.time()));
    for (CheckResult result : report.results()) {
      writeSuite(result);
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void writeSuite(CheckResult result) throws XMLStreamException {
    List<CheckOutcome> checks = result.tally().checks();
    boolean whole = !result.passed() && checks.stream().noneMatch(CheckOutcome::failing);
    long failures = checks.stream().filter(CheckOutcome::failing).count() + (whole ? 1 : 0);
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", plain(result.exercise().id() + " " + result.exercise().title()));
    xml.writeAttribute("tests", Integer.toString(checks.size() + (whole ? 1 : 0)));
    xml.writeAttribute("failures", Long.toString(failures));
    xml.writeAttribute("time", seconds(result.tally().time()));
    for (CheckOutcome check : checks) {
      writeCase(result, check);
    }
    if (whole) {
      writeWhole(result);
    }
    xml.writeEndElement();
  }

  private void writeCase(CheckResult result, CheckOutcome check) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", result.exercise().id());
    xml.writeAttribute("name", plain(check.name()));
    xml.writeAttribute("time", seconds(check.time()));
    switch (check.status()) {
      case PASSED -> {}
      case SKIPPED -> xml.writeEmptyElement("skipped");
      case FAILED, NOT_DONE, TIMED_OUT ->
          writeFailure(
              check.status().name(),
              check.problem().map(problem -> problem.message().strip()).orElse(""));
    }
    xml.writeEndElement();
  }

  /// What went wrong with the exercise as a whole, as a case of its own.
  private void writeWhole(CheckResult result) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", result.exercise().id());
    xml.writeAttribute("name", result.status());
    writeFailure(result.status(), result.why().sentence());
    xml.writeEndElement();
  }

  private void writeFailure(String type, String message) throws XMLStreamException {
    xml.writeStartElement("failure");
    xml.writeAttribute("type", type);
    xml.writeCharacters(plain(message));
    xml.writeEndElement();
  }

  private static String seconds(Duration time) {
    return Double.toString(time.toMillis() / 1_000.0);
  }

  /// XML has no place for most control characters.
  private static String plain(String text) {
    return text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "?");
  }
}
