package dev.slipway.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.door.phone.KnownTypes;
import java.util.List;
import java.util.Optional;

/** Device types as last read; one that changed is read again. */
final class TypeMemory implements KnownTypes {
    private static final int TYPES_MAX = 10_000;

    private final Ledger ledger;
    private final Cache<Id<DeviceType>, Optional<DeviceType>> known =
            Caffeine.newBuilder().maximumSize(TYPES_MAX).build();

    TypeMemory(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Optional<DeviceType> find(Id<Tenant> tenant, Id<DeviceType> type) {
        return known.get(
                type,
                wanted -> ledger.read(tenant, stores -> stores.deviceTypes().find(wanted)));
    }

    /** Forgets what changed. */
    void changed(List<Change> changes) {
        for (Change change : changes) {
            if (change.kind() == Change.Kind.DEVICE_TYPE) {
                known.invalidate(new Id<DeviceType>(change.subject()));
            }
        }
    }
}
