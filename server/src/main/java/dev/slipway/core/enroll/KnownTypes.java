package dev.slipway.core.enroll;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.Ledger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Device types as last read, which are few and rarely change; one that changed is read again. */
public final class KnownTypes {
    private static final int TYPES_MAX = 10_000;
    private static final int TENANTS_MAX = 1_000;

    private final Ledger ledger;
    private final Cache<Id<DeviceType>, Optional<DeviceType>> known =
            Caffeine.newBuilder().maximumSize(TYPES_MAX).build();

    private final Cache<Id<Tenant>, List<DeviceType>> ofTenant =
            Caffeine.newBuilder().maximumSize(TENANTS_MAX).build();

    /** Of the types in {@code ledger}. */
    public KnownTypes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A device type of a tenant; may block for one look-up. */
    public Optional<DeviceType> find(Id<Tenant> tenant, Id<DeviceType> type) {
        return known.get(
                type,
                wanted -> ledger.read(tenant, stores -> stores.deviceTypes().find(wanted)));
    }

    /** All types of a tenant, in the order in which they are tried; may block for one look-up. */
    public List<DeviceType> all(Id<Tenant> tenant) {
        return ofTenant.get(
                tenant,
                wanted -> ledger.read(wanted, stores -> stores.deviceTypes().stream()
                        .sorted(Comparator.comparingInt(DeviceType::rank))
                        .toList()));
    }

    /** Forgets what changed. */
    public void changed(List<Change> changes) {
        for (Change change : changes) {
            if (change.kind() == Change.Kind.DEVICE_TYPE) {
                known.invalidate(new Id<DeviceType>(change.subject()));
                ofTenant.invalidate(new Id<Tenant>(change.tenant()));
            }
        }
    }
}
