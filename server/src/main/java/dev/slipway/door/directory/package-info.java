/**
 * The door of SIP servers that ask for one account at a time, such as FreeSWITCH by mod_xml_curl.
 *
 * <p>Comes in: a secret address and a form. Goes out: a directory entry, or that there is none. Never: a password, a
 * hash in clear to another machine. Read first: {@link dev.slipway.door.directory.FreeSwitch}.
 */
@NullMarked
package dev.slipway.door.directory;

import org.jspecify.annotations.NullMarked;
