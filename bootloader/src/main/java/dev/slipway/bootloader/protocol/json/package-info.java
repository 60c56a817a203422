/**
 * Bounded, strict JSON for everything the Bootloader and the server say to each other.
 *
 * <p>In: bytes of RFC 8259 JSON. Out: {@link dev.slipway.bootloader.protocol.json.Json} values, or
 * {@link dev.slipway.bootloader.protocol.json.Malformed} with the place, what was expected and what was found; and the
 * way back, as compact or readable text or as the canonical bytes that are signed (OLPC canonical JSON, as TUF 1.0.34
 * section 4.2 names it).
 *
 * <p>Never: a lenient reading (comments, duplicate names, lone surrogates, trailing bytes), reflection, or an
 * allocation that the input asks for before it was compared with a limit.
 *
 * <p>Read first: {@link dev.slipway.bootloader.protocol.json.JsonReader},
 * {@link dev.slipway.bootloader.protocol.json.JsonAt}, {@link dev.slipway.bootloader.protocol.json.JsonWriter}.
 */
@NullMarked
package dev.slipway.bootloader.protocol.json;

import org.jspecify.annotations.NullMarked;
