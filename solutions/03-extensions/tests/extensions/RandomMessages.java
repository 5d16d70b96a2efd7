package extensions;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import course.goplugin.ConnInfo;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// What a broken or hostile broker might send: seeded, so that a failure can be repeated.
final class RandomMessages {
  /// Ids from here on are never sent.
  static final int FREE_ID = 5_000;

  private static final List<String> NETWORKS =
      List.of("unix", "unix", "tcp", "tcp", "", "UNIX", "npipe", "\u0000", "udp");

  private static final List<String> ADDRESSES =
      List.of(
          "",
          "/",
          "/tmp",
          "/tmp/no-such-socket",
          "/dev/null",
          "relative",
          "a\u0000b",
          "127.0.0.1:1",
          ":0",
          ":99999",
          "127.0.0.1:-1",
          ":",
          "127.0.0.1",
          "[::1]:1",
          "\ud800");

  private final RandomGenerator random;

  RandomMessages(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  ConnInfo next() {
    ConnInfo.Builder message =
        ConnInfo.newBuilder().setServiceId(id()).setNetwork(pick(NETWORKS)).setAddress(address());
    if (random.nextInt(2) == 0) {
      message.setKnock(
          ConnInfo.Knock.newBuilder()
              .setKnock(random.nextBoolean())
              .setAck(random.nextBoolean())
              .setError(random.nextInt(3) == 0 ? text(random.nextInt(2_000)) : ""));
    }
    if (random.nextInt(20) == 0) {
      message.setUnknownFields(unknown());
    }
    return message.build();
  }

  private int id() {
    return switch (random.nextInt(10)) {
      case 0 -> 0;
      case 1 -> -1 - random.nextInt(100);
      default -> random.nextInt(FREE_ID);
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String address() {
    return switch (random.nextInt(10)) {
      case 0 -> text(random.nextInt(10_000));
      case 1 -> "/tmp/" + text(random.nextInt(200));
      default -> pick(ADDRESSES).replace("\ud800", "\ufffd");
    };
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      // No colon: a random name before a port would be looked up.
      char c = (char) random.nextInt(random.nextBoolean() ? 0x80 : 0xd000);
      text.append(c == ':' ? ';' : c);
    }
    return text.toString();
  }

  private UnknownFieldSet unknown() {
    byte[] bytes = new byte[random.nextInt(500)];
    random.nextBytes(bytes);
    return UnknownFieldSet.newBuilder()
        .addField(
            100 + random.nextInt(100),
            UnknownFieldSet.Field.newBuilder()
                .addLengthDelimited(ByteString.copyFrom(bytes))
                .build())
        .build();
  }
}
