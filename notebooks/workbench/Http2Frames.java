package workbench;

import com.google.protobuf.ByteString;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Cuts what crossed the wire into frames of HTTP/2. Each direction has its own table of headers
/// that were sent before (HPACK, RFC 7541), so it reads a connection from its beginning.
public final class Http2Frames {
  /// What a host sends before its first frame.
  public static final ByteString PREFACE =
      ByteString.copyFrom("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", StandardCharsets.US_ASCII);

  private final boolean toPlugin;
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder();
  private final List<Http2Frame> frames = new ArrayList<>();
  private ByteString rest = ByteString.EMPTY;
  private boolean begun;

  private Http2Frames(boolean toPlugin) {
    this.toPlugin = toPlugin;
    this.begun = !toPlugin;
  }

  /// The frames of both directions, in the order in which they were complete.
  ///
  /// @param heard all of a connection, from its beginning
  /// @throws IllegalArgumentException if that is no HTTP/2
  public static List<Http2Frame> of(List<Heard> heard) {
    Http2Frames there = new Http2Frames(true);
    Http2Frames back = new Http2Frames(false);
    heard.forEach(each -> (each.toPlugin() ? there : back).add(each));
    List<Http2Frame> all = new ArrayList<>(there.frames);
    all.addAll(back.frames);
    all.sort(Comparator.comparingDouble(Http2Frame::millis));
    return all;
  }

  private void add(Heard heard) {
    rest = rest.concat(heard.bytes());
    if (!begun && rest.size() >= PREFACE.size()) {
      if (!rest.startsWith(PREFACE)) {
        throw new IllegalArgumentException("not HTTP/2: it does not begin with the preface");
      }
      rest = rest.substring(PREFACE.size());
      begun = true;
    }
    while (begun && rest.size() >= Http2Frame.HEAD) {
      int size = Http2Frame.HEAD + Http2Frame.number(rest, 0, 3);
      if (rest.size() < size) {
        return;
      }
      ByteString bytes = rest.substring(0, size);
      rest = rest.substring(size);
      Http2Frame plain = new Http2Frame(toPlugin, heard.millis(), bytes, List.of());
      frames.add(new Http2Frame(toPlugin, heard.millis(), bytes, headers(plain)));
    }
  }

  /// For whole blocks without padding and priority, which is all that gRPC sends.
  private List<String> headers(Http2Frame frame) {
    if (!frame.type().equals("HEADERS")) {
      return List.of();
    }
    try {
      Http2Headers decoded =
          decoder.decodeHeaders(
              frame.stream(), Unpooled.wrappedBuffer(frame.payload().asReadOnlyByteBuffer()));
      List<String> headers = new ArrayList<>();
      decoded.forEach(header -> headers.add(header.getKey() + ": " + header.getValue()));
      return headers;
    } catch (Http2Exception e) {
      throw new IllegalArgumentException("not the headers of a call: " + e.getMessage(), e);
    }
  }
}
