package gateway;

import java.time.Duration;
import java.time.Instant;

/// A request that was answered, for those who count and write down.
///
/// @param at when it came, to the millisecond
/// @param method such as `GET`
/// @param path without the query
/// @param status of the answer
/// @param subject who sent it; empty if no gate has told
/// @param took until the answer was ready to be sent
public record Passage(
    Instant at, String method, String path, int status, String subject, Duration took) {}
