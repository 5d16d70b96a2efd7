package basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each test runs on a stream that gives all at once, and on one that gives a byte at a time.
class LineReaderTest {
  enum Source {
    AT_ONCE,
    BYTE_BY_BYTE;

    LineReader reader(String text, int limitBytes) {
      InputStream bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      return new LineReader(
          switch (this) {
            case AT_ONCE -> bytes;
            case BYTE_BY_BYTE -> new OneByteStream(bytes);
          },
          limitBytes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void splitsLines(Source source) throws IOException {
    assertThat(pieces(source.reader("one\ntwo\n", 100))).containsExactly(line("one"), line("two"));
  }

  @ParameterizedTest
  @EnumSource
  void takesAwayCrLf(Source source) throws IOException {
    assertThat(pieces(source.reader("one\r\ntwo\r\n\r\n", 100)))
        .containsExactly(line("one"), line("two"), line(""));
  }

  @ParameterizedTest
  @EnumSource
  void keepsACarriageReturnInsideALine(Source source) throws IOException {
    assertThat(pieces(source.reader("10 %\r20 %\n", 100))).containsExactly(line("10 %\r20 %"));
  }

  @ParameterizedTest
  @EnumSource
  void readsALastLineWithoutLineEnd(Source source) throws IOException {
    assertThat(pieces(source.reader("one\ntwo", 100))).containsExactly(line("one"), line("two"));
  }

  @ParameterizedTest
  @EnumSource
  void tellsBlankLinesFromTheEnd(Source source) throws IOException {
    assertThat(pieces(source.reader("\n\n", 100))).containsExactly(line(""), line(""));
    assertThat(pieces(source.reader("", 100))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void cutsALineThatIsTooLong(Source source) throws IOException {
    assertThat(pieces(source.reader("abcdefgh\nij\n", 3)))
        .containsExactly(part("abc"), part("def"), line("gh"), line("ij"));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotCutALineOfExactlyTheLimit(Source source) throws IOException {
    assertThat(pieces(source.reader("abc\ndef", 3))).containsExactly(line("abc"), line("def"));
  }

  @ParameterizedTest
  @EnumSource
  void takesAwayCrLfAtTheLimit(Source source) throws IOException {
    assertThat(pieces(source.reader("ab\r\ncd\r\n", 3))).containsExactly(line("ab"), line("cd"));
  }

  @ParameterizedTest
  @EnumSource
  void readsUtf8(Source source) throws IOException {
    assertThat(pieces(source.reader("größe\n計算\n", 100)))
        .containsExactly(line("größe"), line("計算"));
  }

  private static LineReader.Piece line(String text) {
    return new LineReader.Piece(text, true);
  }

  private static LineReader.Piece part(String text) {
    return new LineReader.Piece(text, false);
  }

  private static List<LineReader.Piece> pieces(LineReader reader) throws IOException {
    List<LineReader.Piece> pieces = new ArrayList<>();
    for (Optional<LineReader.Piece> next = reader.next(); next.isPresent(); next = reader.next()) {
      pieces.add(next.get());
    }
    return pieces;
  }

  /// A slow plugin's output.
  private static final class OneByteStream extends FilterInputStream {
    OneByteStream(InputStream stream) {
      super(stream);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return super.read(bytes, offset, Math.min(1, length));
    }

    @Override
    public int available() {
      return 0;
    }
  }
}
