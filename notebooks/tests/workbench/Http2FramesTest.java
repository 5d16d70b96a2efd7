package workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import course.calculator.v1.Operands;
import java.util.List;
import org.junit.jupiter.api.Test;
import pictures.HexPicture.Part;

class Http2FramesTest {
  /// The message of `Add(6, 7)`, as the guide shows it too.
  private static final ByteString DATA =
      ByteString.fromHex(
          "000017000100000007" + "0000000012" + "090000000000001840" + "110000000000001c40");

  /// `:method: POST`, from HPACK's static table.
  private static final ByteString HEADERS = ByteString.fromHex("00000101040000000783");

  @Test
  void framesAreCutWhereverTheBytesWereCut() {
    ByteString all = Http2Frames.PREFACE.concat(HEADERS).concat(DATA);
    for (int cut = 0; cut <= all.size(); cut++) {
      List<Http2Frame> frames =
          Http2Frames.of(
              List.of(
                  new Heard(true, 1, all.substring(0, cut)),
                  new Heard(true, 2, all.substring(cut))));
      assertThat(frames).extracting(Http2Frame::type).containsExactly("HEADERS", "DATA");
      assertThat(frames.getFirst().headers()).containsExactly(":method: POST");
      assertThat(frames.getLast().bytes()).isEqualTo(DATA);
    }
  }

  @Test
  void aFrameTellsItsHead() {
    Http2Frame frame = new Http2Frame(true, 0, DATA, List.of());
    assertThat(frame.text()).isEqualTo("DATA stream 7, 23 bytes, END_STREAM");
    ByteString settings = ByteString.fromHex("00000604000000000000040000ffff");
    assertThat(new Http2Frame(false, 0, settings, List.of()).text())
        .isEqualTo("SETTINGS, 6 bytes, INITIAL_WINDOW_SIZE 65535");
    ByteString ack = ByteString.fromHex("000000040100000000");
    assertThat(new Http2Frame(false, 0, ack, List.of()).text()).isEqualTo("SETTINGS, 0 bytes, ACK");
  }

  @Test
  void eachByteOfADataFrameHasItsMeaning() throws Exception {
    Http2Frame frame = new Http2Frame(true, 0, DATA, List.of());
    List<Part> parts = FrameParts.of(frame, Operands.getDescriptor());
    assertThat(parts)
        .contains(
            new Part(0, 3, "HTTP/2 length: 23"),
            new Part(10, 4, "gRPC length: 18"),
            new Part(14, 1, "protobuf field 1 (left), 8 bytes"),
            new Part(15, 8, "protobuf value: 6.0"),
            new Part(24, 8, "protobuf value: 7.0"));
    assertThat(parts.stream().mapToInt(Part::length).sum()).isEqualTo(DATA.size());
  }

  @Test
  void whatIsNoHttp2IsRefused() {
    List<Heard> heard =
        List.of(new Heard(true, 0, ByteString.copyFromUtf8("GET / HTTP/1.1\r\n".repeat(2))));
    assertThatThrownBy(() -> Http2Frames.of(heard))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("preface");
  }
}
