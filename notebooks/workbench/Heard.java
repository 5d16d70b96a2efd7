package workbench;

import com.google.protobuf.ByteString;

/// Some bytes that crossed the wire together.
///
/// @param toPlugin true from host to plugin, false the other way
/// @param millis when, after the relay began
/// @param bytes what crossed
public record Heard(boolean toPlugin, double millis, ByteString bytes) {}
