package dev.slipway.core.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.roster.Etag;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterFilling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change begins, a bundle is made, the change commits: whoever starts then must not answer 304. */
class LateCommitTest {
    private static final Secret TOKEN = new Secret("token");

    @TempDir
    Path directory;

    private Works works;
    private Roster roster = new Roster();
    private long horizon;

    @BeforeEach
    void open() {
        works = new Works(directory);
        works.house.write(stores -> {
            stores.devices().token(works.device.id(), Tokens.sha256(TOKEN));
            return TOKEN;
        });
        works.assign("time.zone", "Europe/Zurich");
        works.assign("application.demo.name", "${user.name}");
    }

    @AfterEach
    void close() {
        works.close();
    }

    @Test
    void a_node_that_starts_after_the_commit_knows_that_the_bundle_is_old() {
        DeviceDocument made = madeWhileAdaChanges(() -> {});
        restart();
        assertThat(held()).isEmpty();
        DeviceDocument again = works.current();
        assertThat(again.body().serial()).isGreaterThan(made.body().serial());
        restart();
        assertThat(held()).contains(Etag.bits(again.body().etag()));
    }

    @Test
    void a_node_that_starts_before_the_commit_hears_of_it() {
        DeviceDocument made = madeWhileAdaChanges(() -> {
            works.current();
            restart();
        });
        assertThat(held()).contains(Etag.bits(made.body().etag()));
        works.house.changes.after(horizon).changes().forEach(roster::heard);
        assertThat(held()).isEmpty();
    }

    private DeviceDocument madeWhileAdaChanges(Runnable meanwhile) {
        return works.house.write(early -> {
            Person other = new Person("Countess of Lovelace", "", "", "en");
            early.users().replace(new User(works.ada.id(), "ada", other, User.State.ACTIVE, Optional.empty()));
            DeviceDocument made = works.current();
            meanwhile.run();
            return made;
        });
    }

    private void restart() {
        roster = new Roster();
        var filling = new RosterFilling(roster, mark -> Bundles.renewal(mark.expires()), from -> horizon = from);
        works.house.fleet.read(List.of(Bundles.FILE), filling);
    }

    private Optional<Long> held() {
        int row = roster.find(Tokens.sha256(TOKEN).toArray());
        return roster.current(row, works.house.clock.instant().getEpochSecond());
    }
}
