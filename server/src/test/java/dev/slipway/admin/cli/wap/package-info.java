/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.admin.cli.wap;

import org.jspecify.annotations.NullMarked;
