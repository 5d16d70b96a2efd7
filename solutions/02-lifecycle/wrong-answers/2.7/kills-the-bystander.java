// file: lifecycle/PluginClient.java
// wrong: kills the process of that id if no plugin answers; it may be anyone's
public static PluginClient reattach(ClientConfig config, ReattachConfig reattach) {
  if (!config.allowedProtocols().contains(reattach.protocol())) {
    throw new UnsupportedProtocolException(reattach.protocol(), config.allowedProtocols());
  }
  ProcessHandle process =
      ProcessHandle.of(reattach.pid())
          .orElseThrow(
              () -> new PluginNotFoundException("no process has the id " + reattach.pid()));
  PluginClient client = new PluginClient(config, reattach);
  try {
    client.start();
  } catch (PluginException e) {
    process.destroyForcibly();
    throw e;
  }
  return client;
}
