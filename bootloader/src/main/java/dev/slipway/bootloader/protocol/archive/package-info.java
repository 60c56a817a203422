/**
 * Unpacks what others packed, safely: {@code .tar.gz} and {@code .zip}.
 *
 * <p>In: an archive file and limits. Out: files and directories below one empty directory, flushed to the disk, or
 * {@link dev.slipway.bootloader.protocol.archive.ArchiveRefused} with a stable code and an empty directory. The server
 * inspects with the same code at upload, so that what it publishes can be unpacked.
 *
 * <p>Sources: POSIX.1-2017 pax interchange format (ustar and extended headers), the GNU tar manual (long names),
 * RFC 1952 (gzip), APPNOTE 6.3.10 (zip).
 *
 * <p>Never: a link, a device, a path outside the directory, an owner, a time or a mode other than the executable bit.
 *
 * <p>Read first: {@link dev.slipway.bootloader.protocol.archive.ArchiveReader},
 * {@link dev.slipway.bootloader.protocol.archive.ArchiveLimits}, {@link
 * dev.slipway.bootloader.protocol.archive.ArchiveRefused}.
 */
@NullMarked
package dev.slipway.bootloader.protocol.archive;

import org.jspecify.annotations.NullMarked;
