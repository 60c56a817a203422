package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.fake.TestLedger;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KnownTenantsTest {
    private final TestLedger house = new TestLedger();

    @AfterEach
    void close() {
        house.close();
    }

    private Optional<Id<Tenant>> asked(String alias, String host) {
        return house.tenants.asked(alias, host).map(Tenant::id);
    }

    @Test
    void the_only_one_needs_no_name() {
        assertThat(asked("", "")).contains(house.tenant);
        assertThat(asked("", "elsewhere.example.com")).contains(house.tenant);
        assertThat(asked("it@nowhere.example", "default.example.com")).isEmpty();
    }

    @Test
    void of_several_one_is_found_by_alias_else_by_host_in_any_case() {
        Id<Tenant> other = house.tenant("other");
        assertThat(asked("", "")).isEmpty();
        assertThat(asked("", "OTHER.example.com")).contains(other);
        assertThat(asked(" IT@Default.example.com ", "other.example.com")).contains(house.tenant);
        assertThat(asked("other.example.com", "")).contains(other);
    }

    @Test
    void a_tenant_is_known_as_soon_as_it_is_kept() {
        Id<Tenant> other = house.tenant("other");
        assertThat(house.tenants.find(other)).map(Tenant::name).contains("other");
        assertThat(house.tenants.all()).map(Tenant::name).containsExactly("default", "other");
    }
}
