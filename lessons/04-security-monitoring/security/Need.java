package security;

/// What someone asks to do at the boundary between a host and a plugin. The closed set: switch over
/// it without a default.
public sealed interface Need {
  /// The key of a manifest's or configuration's `permissions` that this falls under.
  String key();

  /// What is asked for, as it would be written under the key.
  String subject();

  /// The host calls a method of the plugin.
  ///
  /// @param method service and method
  record Call(String method) implements Need {
    @Override
    public String key() {
      return "calls";
    }

    @Override
    public String subject() {
      return method;
    }
  }

  /// The plugin calls a method of the host.
  ///
  /// @param method service and method
  record Callback(String method) implements Need {
    @Override
    public String key() {
      return "callbacks";
    }

    @Override
    public String subject() {
      return method;
    }
  }

  /// A file or folder is read.
  ///
  /// @param path as the request has it
  record Read(String path) implements Need {
    @Override
    public String key() {
      return "read";
    }

    @Override
    public String subject() {
      return path;
    }
  }

  /// A file or folder is written or deleted.
  ///
  /// @param path as the request has it
  record Write(String path) implements Need {
    @Override
    public String key() {
      return "write";
    }

    @Override
    public String subject() {
      return path;
    }
  }

  /// A host of the network is asked.
  ///
  /// @param host a name, an address or a URL, as the request has it
  record Host(String host) implements Need {
    @Override
    public String key() {
      return "hosts";
    }

    @Override
    public String subject() {
      return host;
    }
  }

  /// One more call, which may be one too many.
  ///
  /// @param direction who calls whom
  /// @param method service and method
  record Turn(Direction direction, String method) implements Need {
    @Override
    public String key() {
      return direction == Direction.TO_PLUGIN ? "call_rate" : "callback_rate";
    }

    @Override
    public String subject() {
      return "one more call of " + method;
    }
  }

  /// Something that cannot be told from the request, so that no one can say that it is allowed.
  ///
  /// @param method service and method
  /// @param reason what is wrong with the request
  record Unclear(String method, String reason) implements Need {
    @Override
    public String key() {
      return "calls";
    }

    @Override
    public String subject() {
      return "%s (%s)".formatted(method, reason);
    }
  }

  /// Who calls whom.
  enum Direction {
    /// The host calls the plugin.
    TO_PLUGIN,
    /// The plugin calls the host, over the broker.
    TO_HOST
  }
}
