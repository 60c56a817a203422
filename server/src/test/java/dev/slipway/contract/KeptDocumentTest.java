package dev.slipway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.DeviceDocument;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A document is kept with the deliveries that it begins, wholly or not at all. */
class KeptDocumentTest {
    @AutoClose
    private final House house = new House();

    private Everything all;

    @BeforeEach
    void open() {
        all = Everything.of(house);
        house.change(all::add);
        house.committed.clear();
    }

    @Test
    void deliveries_begin_with_the_document() {
        DeviceDocument second = document(2, "e2");
        Delivery other = new Delivery(
                all.device().id(),
                "other",
                "2.0",
                true,
                Delivery.State.OFFERED,
                new Delivery.Note(House.NOON, "it's {new}"));
        assertThat(keep(second, 1, other)).isEqualTo(second);
        assertThat(deliveries()).containsExactly(delivery(true, Delivery.State.OFFERED), other);
        assertThat(house.committed).isEmpty();
    }

    @Test
    void nothing_begins_with_a_document_that_is_not_kept() {
        assertThat(keep(document(2, "e2"), 7, delivery(false, Delivery.State.OFFERED)))
                .isEqualTo(document(1, "e1"));
        assertThat(deliveries()).containsExactly(delivery(true, Delivery.State.OFFERED));
        assertThat(house.committed).isEmpty();
    }

    @Test
    void a_delivery_of_the_same_release_goes_on_as_it_stands() {
        Delivery installed = delivery(true, Delivery.State.INSTALLED);
        house.change(stores -> stores.deliveries().put(installed));
        keep(document(2, "e2"), 1, delivery(true, Delivery.State.OFFERED));
        assertThat(deliveries()).containsExactly(installed);
    }

    @Test
    void what_is_to_be_removed_is_a_change_for_the_device_that_everybody_hears_of() {
        long horizon = house.rooms().changes().after(0).horizon();
        keep(document(2, "e2"), 1, delivery(false, Delivery.State.OFFERED));
        assertThat(deliveries()).containsExactly(delivery(false, Delivery.State.OFFERED));
        assertThat(house.committed).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(Change.Kind.DEVICE);
            assertThat(change.subject()).isEqualTo(all.device().id().value());
            assertThat(change.tenant()).isEqualTo(house.tenant.value());
        });
        assertThat(house.rooms().changes().after(horizon).changes()).isEqualTo(house.committed);
    }

    private DeviceDocument keep(DeviceDocument made, long before, Delivery offered) {
        return house.ledger.keep(house.tenant, made, before, List.of(offered));
    }

    private DeviceDocument document(long version, String etag) {
        return Samples.document(all.device().id(), version, etag, 5);
    }

    private Delivery delivery(boolean wanted, Delivery.State state) {
        return Samples.delivery(all.device().id(), wanted, state);
    }

    private List<Delivery> deliveries() {
        return house.list(stores -> stores.deliveries().of(all.device().id()));
    }
}
