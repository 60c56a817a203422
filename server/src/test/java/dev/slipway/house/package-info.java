/**
 * The house rules as a program.
 *
 * <p>In: every source file of the repository, parsed once ({@link dev.slipway.house.SourceTree}), the compiled classes
 * of the modules that ship ({@link dev.slipway.house.ClassTree}), and every other file that git keeps
 * ({@link dev.slipway.house.Repository}). Out: {@link dev.slipway.house.Finding}s, each with file, line, what is wrong
 * and what to do instead. Each rule is followed by a test in which a small sample breaks it: a rule that cannot fail is
 * no rule.
 *
 * <p>Never: knows what a class does, starts anything, or writes a file.
 *
 * <p>To add an exception, add a line with its reason to the list that stands on top of the test.
 */
@NullMarked
package dev.slipway.house;

import org.jspecify.annotations.NullMarked;
