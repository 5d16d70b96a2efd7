/// The host's side: takes requests, asks the gates, forwards, tells the observers.
@NullMarked
package gateway.front;

import org.jspecify.annotations.NullMarked;
