package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activations;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Table;
import java.time.Instant;
import java.util.List;

/** Activations; of many who redeem one at the same time, the row lets one through. */
record JdbcActivations(Desk desk, Table<Activation> table) implements Activations, Rows<Activation> {
    private static final String MEANT = """
            join "user" u on u.tenant = t.tenant and u.id = t."user"
            where t.tenant = :tenant and t.state in ('issued', 'clicked') and t.expires_at > :now
              and (lower(u.login) = lower(:who)
                or (:who ~ '^[0-9]{4}$' and length(u.phone) > 4 and right(u.phone, 4) = :who))
            order by t.created_at desc, t.id desc limit :most""";

    JdbcActivations(Desk desk) {
        this(desk, new Table<>(desk, ActivationShape.ACTIVATION));
    }

    @Override
    public boolean redeem(Id<Activation> activation, Instant now) {
        return desk.sql("""
                        update activation set state = 'redeemed'
                        where tenant = :tenant and id = :activation
                          and state in ('issued', 'clicked') and expires_at > :now
                        """).bind("activation", activation).bind("now", now).run() > 0;
    }

    @Override
    public List<Activation> in(Id<Import> batch) {
        return table.by("import", batch, "t.id");
    }

    @Override
    public List<Activation> of(Id<User> user) {
        return table.by("user", user, "t.created_at desc, t.id desc");
    }

    @Override
    public List<Activation> meant(String who, Instant now, int most) {
        return table.where(MEANT)
                .bind("who", who)
                .bind("now", now)
                .bind("most", most)
                .list(table.reading());
    }

    @Override
    public void opened(Id<Activation> activation, Activation.Page page, Instant at) {
        String column =
                switch (page) {
                    case INSTALLATION -> "installing_at";
                    case ACTIVATION -> "opened_at";
                };
        desk.sql("update activation set %1$s = :at where tenant = :tenant and id = :activation and %1$s is null"
                        .formatted(column))
                .bind("activation", activation)
                .bind("at", at)
                .run();
    }
}
