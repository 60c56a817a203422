/**
 * What readers of all makers' files need: code of templates is told from text, own keys become neutral ones.
 *
 * <p>Comes in: a file of another system, and a maker's key table. Goes out: settings, and what was not understood with
 * its line. Source: Smarty manual, "Basic Syntax", for templates of FusionPBX. Never: a value of what was left out.
 * Read first: {@link dev.slipway.door.phone.reading.Reading}, {@link dev.slipway.door.phone.reading.Template}.
 */
@NullMarked
package dev.slipway.door.phone.reading;

import org.jspecify.annotations.NullMarked;
