@NullMarked
package dev.slipway.base.store.jobs;

import org.jspecify.annotations.NullMarked;
