/// What marks the course's exercises, in the solutions and in the lessons.
@NullMarked
package course;

import org.jspecify.annotations.NullMarked;
