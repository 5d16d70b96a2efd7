package extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamuxFrameTest {
  private static ByteBuf bytes(String hex) {
    return Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(hex.replace(" ", "")));
  }

  private static String hex(YamuxFrame frame) {
    ByteBuf out = Unpooled.buffer();
    frame.write(out);
    return ByteBufUtil.hexDump(out);
  }

  @Test
  void headersHaveTheBytesOfTheSpecification() {
    assertThat(hex(YamuxFrame.data(7, 0x1234))).isEqualTo("000000000000000700001234");
    assertThat(hex(YamuxFrame.windowUpdate(1, YamuxFrame.SYN, 0)))
        .isEqualTo("000100010000000100000000");
    assertThat(hex(YamuxFrame.windowUpdate(-1, YamuxFrame.RST, -1)))
        .isEqualTo("00010008ffffffffffffffff");
    assertThat(hex(YamuxFrame.ping(YamuxFrame.ACK, 5))).isEqualTo("000200020000000000000005");
    assertThat(hex(YamuxFrame.goAway(YamuxGoAway.INTERNAL_ERROR)))
        .isEqualTo("000300000000000000000002");
  }

  @Test
  void whatIsWrittenIsReadBack() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 200; i++) {
      YamuxFrameType type =
          random.nextBoolean() ? YamuxFrameType.DATA : YamuxFrameType.WINDOW_UPDATE;
      int flags = 2 * random.nextInt(8);
      YamuxFrame frame = new YamuxFrame(type, flags, random.nextInt() | 1, random.nextInt());
      ByteBuf out = Unpooled.buffer();
      frame.write(out);

      assertThat(YamuxFrame.read(out)).isEqualTo(frame);
      assertThat(out.isReadable()).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "01 00 0000 00000001 00000000, version 1",
    "00 04 0000 00000001 00000000, type 4",
    "00 00 0010 00000001 00000000, flags 0x10",
    "00 00 0003 00000001 00000000, flags 0x3",
    "00 00 0000 00000000 00000001, stream 0",
    "00 01 0000 00000000 00000001, stream 0",
    "00 02 0000 00000000 00000001, PING",
    "00 02 0003 00000000 00000001, PING",
    "00 02 0001 00000001 00000001, stream 1",
    "00 03 0001 00000000 00000000, GO_AWAY",
    "00 03 0000 00000002 00000000, stream 2",
    "50 52 4920 2a204854 54502f32, version 80"
  })
  void refusesAHeaderThatMayNotBe(String header, String evidence) {
    assertThatThrownBy(() -> YamuxFrame.read(bytes(header)))
        .isInstanceOfSatisfying(
            YamuxException.class, e -> assertThat(e.reason()).isEqualTo(YamuxGoAway.PROTOCOL_ERROR))
        .hasMessageContaining(evidence);
  }

  @ParameterizedTest
  @CsvSource({"1", "5", "12", "13", "1000"})
  void framesArriveInPiecesOfAnySize(int size) {
    ByteBuf wire = Unpooled.buffer();
    YamuxFrame.data(1, 3).write(wire);
    wire.writeBytes(new byte[] {10, 11, 12});
    YamuxFrame.ping(YamuxFrame.SYN, 9).write(wire);
    YamuxFrame.data(3, 0).write(wire);
    List<String> events = new ArrayList<>();
    ByteBuf payload = Unpooled.buffer();
    YamuxFrameReader reader =
        new YamuxFrameReader(
            new YamuxFrameReader.Sink() {
              @Override
              public void begin(YamuxFrame frame) {
                events.add("begin " + frame.type());
              }

              @Override
              public void payload(YamuxFrame frame, ByteBuf part) {
                payload.writeBytes(part);
              }

              @Override
              public void end(YamuxFrame frame) {
                events.add("end " + frame.type());
              }
            });

    while (wire.isReadable()) {
      reader.read(wire.readSlice(Math.min(size, wire.readableBytes())));
    }

    assertThat(events)
        .containsExactly(
            "begin DATA", "end DATA", "begin PING", "end PING", "begin DATA", "end DATA");
    assertThat(ByteBufUtil.getBytes(payload)).containsExactly(10, 11, 12);
  }
}
