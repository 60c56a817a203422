package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activations;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Table;
import java.util.List;
import java.util.Optional;

/** Activations; of many who redeem one at the same time, the row lets one through. */
record JdbcActivations(Desk desk, Table<Activation> table) implements Activations, Rows<Activation> {
    JdbcActivations(Desk desk) {
        this(desk, new Table<>(desk, ActivationShape.ACTIVATION));
    }

    @Override
    public Optional<Activation> ticket(Bytes sha256) {
        return table.by("ticket", sha256, "t.id").stream().findFirst();
    }

    @Override
    public boolean redeem(Id<Activation> activation) {
        return desk.sql("""
                        update activation set state = 'redeemed'
                        where tenant = :tenant and id = :activation
                          and state in ('issued', 'sent', 'opened') and expires_at > now()
                        """).bind("activation", activation).run() > 0;
    }

    @Override
    public List<Activation> of(Id<User> user) {
        return table.by("user", user, "t.created_at desc, t.id desc");
    }
}
