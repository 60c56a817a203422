package dev.slipway.base.fleet.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The imports of a tenant. */
public interface Imports {
    /** The import of that name. */
    Optional<Import> find(Id<Import> id);

    /** The newest first. */
    List<Import> newest(int limit);

    /** What it did and was not taken back, by device. */
    List<ImportedDevice> of(Id<Import> id);

    /** Keeps a new one of people; their activations name it. */
    void begin(Import made);

    /** Keeps what a new one did to devices. */
    void keep(Import made, List<ImportedDevice> devices);

    /** Notes that these were taken back; with the last of them the whole import is undone. */
    void undone(Id<Import> id, List<Id<Device>> devices, Instant at);
}
