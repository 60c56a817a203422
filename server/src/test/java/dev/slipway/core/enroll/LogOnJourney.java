package dev.slipway.core.enroll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.people.User;
import dev.slipway.fake.TestLedger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LogOnJourney {
    @Test
    void a_hundred_log_ons_at_once_end_with_one_device_and_one_valid_token() throws Exception {
        try (var house = new TestLedger()) {
            User ada = house.user("ada", "correct horse");
            var logOn = new LogOn(house.ledger, house.tenants, house.passwords, house.random, house.clock);
            Callable<LoggedOn> call = () -> logOn.logOn(new LogOn.Attempt(
                    "",
                    Claims.linux("serial=S1", "mac=000413aabbcc"),
                    new Proof.Password("ada", new Secret("correct horse"))));
            List<LoggedOn> all = new ArrayList<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<LoggedOn> each : threads.invokeAll(Collections.nCopies(100, call))) {
                    all.add(each.get());
                }
            }
            Set<Id<Device>> devices = new HashSet<>();
            all.forEach(on -> devices.add(on.device().record().id()));
            var admission = new Admission(house.ledger.lookups());
            assertThat(devices).hasSize(1);
            assertThat(all)
                    .filteredOn(on -> admission.byToken(on.token()).isPresent())
                    .hasSize(1);
            assertThat(house.list(stores -> stores.devices().of(ada.id()))).hasSize(1);
        }
    }
}
