/// What the lesson's host needs for its demonstration and no other host would: makers who pack and
/// sign plugins, attackers, and a journal that copes with an open exercise.
@NullMarked
package scenes;

import org.jspecify.annotations.NullMarked;
