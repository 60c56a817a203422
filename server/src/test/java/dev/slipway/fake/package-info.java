/** Stand-ins and shared instances for tests: what is slow to start is started once. */
package dev.slipway.fake;
