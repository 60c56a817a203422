package dev.slipway.base.wire.wap;

/** What a characteristic holds. */
public sealed interface Item permits Parm, Characteristic {}
