/// The contract of a gateway's steps: plain Java, the same for the host and for each plugin.
///
/// A [Gate] decides before a request goes on; an [Observer] is told after it was answered.
@NullMarked
package gateway;

import org.jspecify.annotations.NullMarked;
