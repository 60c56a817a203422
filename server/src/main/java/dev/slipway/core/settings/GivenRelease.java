package dev.slipway.core.settings;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.core.settings.merge.Given;
import java.util.Optional;

/**
 * An assigned application.
 *
 * @param pinned that release; empty for the newest published one
 */
public record GivenRelease(Application application, Optional<Id<Release>> pinned) implements Given {
    @Override
    public String name() {
        return application.name();
    }

    @Override
    public Origin origin() {
        return application.origin();
    }

    @Override
    public boolean stopsInheritance() {
        return false;
    }

    @Override
    public boolean isSameAs(Given other) {
        return equals(other);
    }
}
