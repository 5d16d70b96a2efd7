/// Derives `lessons/` from `solutions/`: the answers go, everything else stays byte for byte.
///
/// Start at [derive.Deriver] (one file), then [derive.LessonDeriver] (one lesson's folder).
@NullMarked
package derive;

import org.jspecify.annotations.NullMarked;
