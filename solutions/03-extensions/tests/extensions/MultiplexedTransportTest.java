package extensions;

import static org.assertj.core.api.Assertions.assertThat;

import basics.EventLoops;
import basics.TransportSecurity;
import course.goplugin.ConnInfo;
import io.netty.channel.EventLoopGroup;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MultiplexedTransportTest {
  private final EventLoopGroup loops = EventLoops.start(1);
  private final YamuxServerChannel main = new YamuxServerChannel("main");
  private final Answers answers = new Answers(new ArrayList<>());
  private final MultiplexedTransport plugin =
      MultiplexedTransport.ofPlugin(TransportSecurity.NONE, answers, loops, main);

  @AfterEach
  void stop() {
    main.unsafe().closeForcibly();
    EventLoops.stop(loops);
  }

  @Test
  void aStreamOfAnIdThatWasClosedMeanwhileIsRefused() {
    try (YamuxWire host = YamuxWire.server(YamuxConfig.standard(), plugin::streamArrived)) {
      host.send(YamuxFrame.windowUpdate(1, YamuxFrame.SYN, 0));
      BrokerTransport.Listening listening = plugin.listen(7);
      plugin.received(knock(7), answers);
      listening.close();
      assertThat(answers.sent).singleElement().matches(answer -> answer.getKnock().getAck());

      host.send(YamuxFrame.windowUpdate(3, YamuxFrame.SYN, 0));

      assertThat(host.sent())
          .as("the main server does not get it")
          .containsExactly(YamuxFrame.windowUpdate(3, YamuxFrame.RST, 0));
    }
  }

  private static ConnInfo knock(int streamId) {
    return ConnInfo.newBuilder()
        .setServiceId(streamId)
        .setKnock(ConnInfo.Knock.newBuilder().setKnock(true))
        .build();
  }

  /// Keeps what is sent to the host.
  private record Answers(List<ConnInfo> sent) implements BrokerOutbox {
    @Override
    public void awaitOpen(int streamId) {
      // It is open.
    }

    @Override
    public boolean trySend(ConnInfo message) {
      return sent.add(message);
    }
  }
}
