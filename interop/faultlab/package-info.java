/// The fault lab: a plugin with one fault at a time, to see what a host makes of it.
@NullMarked
package faultlab;

import org.jspecify.annotations.NullMarked;
