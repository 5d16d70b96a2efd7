/// The tests that are attacks, and the table that `make attacks` makes of them.
///
/// [Attack] marks a test in which someone attacks and a defence holds, [Control] one that shows
/// that the attack works where the defence is off. [AttackListener] writes down how they end,
/// [AttackRun] starts Maven and reads it, [AttackTable] prints it.
@NullMarked
package attack;

import org.jspecify.annotations.NullMarked;
