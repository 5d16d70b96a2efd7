/// Starts and kills plugins and hosts at random moments, and counts what stays behind.
@NullMarked
package soak;

import org.jspecify.annotations.NullMarked;
