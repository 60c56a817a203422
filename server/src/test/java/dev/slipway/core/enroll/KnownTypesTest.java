package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.fake.TestLedger;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownTypesTest {
    private final TestLedger house = new TestLedger();

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> names() {
        return house.types.all(house.tenant).stream().map(DeviceType::name).toList();
    }

    @Test
    void all_of_a_tenant_are_in_the_order_in_which_they_are_tried_and_those_of_another_are_not() {
        assertThat(house.types.all(house.tenant))
                .isNotEmpty()
                .isSortedAccordingTo(Comparator.comparingInt(DeviceType::rank));
        assertThat(house.types.all(house.tenant("other"))).isEmpty();
    }

    @Test
    void what_is_known_is_asked_once_and_anew_after_a_change() {
        DeviceType first = house.types.all(house.tenant).getFirst();
        assertThat(house.types.all(house.tenant)).isSameAs(house.types.all(house.tenant));

        house.write(stores -> stores.deviceTypes().remove(first.id()));
        assertThat(names()).isNotEmpty().doesNotContain(first.name());
        assertThat(house.types.find(house.tenant, first.id())).isEmpty();

        house.write(stores -> {
            stores.deviceTypes().add(first);
            return first;
        });
        assertThat(names()).contains(first.name());
        assertThat(house.types.find(house.tenant, first.id())).contains(first);
    }
}
