/** Tests of the whole program. */
package dev.slipway.bootloader;
