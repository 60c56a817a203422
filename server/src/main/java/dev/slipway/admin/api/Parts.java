package dev.slipway.admin.api;

import dev.slipway.base.fleet.software.ArtifactBytes;

/**
 * What operations need besides acts.
 *
 * @param artifactBytesMax longest artifact that may be uploaded
 */
public record Parts(ArtifactBytes artifacts, long artifactBytesMax) {}
