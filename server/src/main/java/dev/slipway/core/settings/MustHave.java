package dev.slipway.core.settings;

/** What one device must have now: settings and applications, decided by the same layers. */
public record MustHave(EffectiveSettings settings, PlacedApplications applications) {}
