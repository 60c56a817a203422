@NullMarked
package dev.slipway.base.http.clients;

import org.jspecify.annotations.NullMarked;
