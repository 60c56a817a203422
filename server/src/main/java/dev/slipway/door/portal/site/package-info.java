/**
 * The download site: a page for every platform, the Bootloader's packages, and the same as static files.
 *
 * <p>Comes in: what a browser says of itself, and for whom packages are stamped. Goes out: plain HTML (WCAG 2.2 AA,
 * 320 px,
 * no script) whose links are relative, so that it works below any path, and zip files with the same bytes every time.
 * Never: a platform that ends nowhere; a guess without the list beside it.
 * Read first: {@link dev.slipway.door.portal.site.DownloadSite}, {@link dev.slipway.core.enroll.platform.Platforms},
 * {@link dev.slipway.door.portal.site.BootloaderPackages}.
 */
@NullMarked
package dev.slipway.door.portal.site;

import org.jspecify.annotations.NullMarked;
