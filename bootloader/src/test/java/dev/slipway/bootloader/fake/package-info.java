/** A portal that holds real keys and can be told to misbehave, and what the Bootloader meets on a machine. */
package dev.slipway.bootloader.fake;
