/**
 * Writing XML so that any text survives, or is known beforehand not to.
 *
 * <p>Comes in: names and texts. Goes out: well-formed XML 1.0 in one string, to be sent as UTF-8. Spec: W3C Extensible
 * Markup Language 1.0, fifth edition. Never: a document type, an entity, a prefix; markup from a text.
 * Read first: {@link dev.slipway.base.wire.xml.XmlText}, {@link dev.slipway.base.wire.xml.XmlWriter}.
 */
@NullMarked
package dev.slipway.base.wire.xml;

import org.jspecify.annotations.NullMarked;
