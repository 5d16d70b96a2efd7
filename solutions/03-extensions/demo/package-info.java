/// What the lesson's host needs for its demonstration and no other host would: something to fetch,
/// someone who calls, and lines of a fixed width.
@NullMarked
package demo;

import org.jspecify.annotations.NullMarked;
