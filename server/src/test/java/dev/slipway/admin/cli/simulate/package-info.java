/** Tests of the package of the same name. */
@NullMarked
package dev.slipway.admin.cli.simulate;

import org.jspecify.annotations.NullMarked;
