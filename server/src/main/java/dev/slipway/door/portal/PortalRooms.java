package dev.slipway.door.portal;

import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.software.ArtifactBytes;
import dev.slipway.core.bundle.PublicArtifacts;
import dev.slipway.core.enroll.LogOn;
import dev.slipway.core.enroll.Reports;

/**
 * What the portal stands on.
 */
public record PortalRooms(
        Ledger ledger,
        LogOn logOn,
        Reports reports,
        CurrentBundle bundles,
        ArtifactBytes artifacts,
        PublicArtifacts published) {}
