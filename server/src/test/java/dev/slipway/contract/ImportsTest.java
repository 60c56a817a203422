package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.acts.ImportedDevice;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceSetup;
import dev.slipway.base.fleet.devices.DeviceSetup.PlacedAccount;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportsTest {
    @AutoClose
    private final House house = new House();

    @Test
    void what_an_import_did_is_kept_until_it_is_taken_back() {
        DeviceSetup bare = new DeviceSetup("a \"name\"", house.id(), Optional.empty(), List.of(), List.of());
        DeviceSetup full = new DeviceSetup(
                "a",
                house.id(),
                Optional.of(house.id()),
                List.of(house.id(), house.id()),
                List.of(new PlacedAccount(1, house.id(), ""), new PlacedAccount(4, house.id(), "Tür")));
        List<ImportedDevice> did = Stream.of(
                        new ImportedDevice(house.id(), Optional.empty(), full),
                        new ImportedDevice(house.id(), Optional.of(bare), full))
                .sorted(Comparator.comparing(ImportedDevice::device))
                .toList();
        Import made = new Import(house.id(), "phones.csv", House.NOON, 2, 0, Optional.empty());

        house.change(stores -> stores.imports().keep(made, did));

        assertThat(house.list(stores -> stores.imports().of(made.id()))).isEqualTo(did);
        assertThat(house.list(stores -> stores.imports().newest(1))).containsExactly(made);

        undo(made, did.getFirst().device());
        assertThat(house.list(stores -> stores.imports().of(made.id()))).containsExactly(did.getLast());
        undo(made, did.getLast().device());
        assertThat(house.list(stores -> stores.imports().newest(1)))
                .containsExactly(new Import(made.id(), "phones.csv", House.NOON, 0, 0, Optional.of(House.NOON)));
    }

    private void undo(Import made, Id<Device> device) {
        house.change(stores -> stores.imports().undone(made.id(), List.of(device), House.NOON));
    }
}
