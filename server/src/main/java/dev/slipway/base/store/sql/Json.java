package dev.slipway.base.store.sql;

/**
 * Text for a column of type {@code jsonb}.
 */
public record Json(String text) {}
