package dev.slipway.base.store.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Gateways;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Json;
import dev.slipway.base.store.sql.NamedRows;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Gateways; one that is changed counts as untested. */
record JdbcGateways(Desk desk, Table<GatewaySetup> table) implements Gateways, NamedRows<GatewaySetup> {
    private static final String TESTED = """
            select tested_at from message_gateway
            where tenant = :tenant and id = :gateway and tested_at is not null""";

    JdbcGateways(Desk desk) {
        this(desk, new Table<>(desk, shape(desk)));
    }

    @Override
    public List<GatewaySetup> all() {
        return table.where("where t.tenant = :tenant order by lower(t.name)").list(table.reading());
    }

    @Override
    public void replace(GatewaySetup changed) {
        table.replace(changed);
        desk.sql("update message_gateway set tested_at = null where tenant = :tenant and id = :gateway")
                .bind("gateway", changed.id())
                .run();
    }

    /** What waits for it would wait for ever. */
    @Override
    public boolean remove(Id<GatewaySetup> id) {
        long waiting = desk.sql("""
                        select count(*) as waiting from message
                        where tenant = :tenant and gateway = :gateway and state in ('queued', 'sending')""")
                .bind("gateway", id)
                .first(row -> row.number("waiting"))
                .orElse(0L);
        if (waiting > 0) {
            throw new Refusal(
                    "gateway.in-use",
                    "%d messages still wait for this gateway: let it send them, or cancel them.".formatted(waiting));
        }
        return table.remove(id);
    }

    @Override
    public Optional<Instant> tested(Id<GatewaySetup> gateway) {
        return desk.sql(TESTED).bind("gateway", gateway).first(row -> row.instant("tested_at"));
    }

    @Override
    public void noteTested(Id<GatewaySetup> gateway, Instant at) {
        desk.sql("update message_gateway set tested_at = :at where tenant = :tenant and id = :gateway")
                .bind("gateway", gateway)
                .bind("at", at)
                .run();
    }

    static Shape<GatewaySetup> shape(Desk desk) {
        return new Shape<>("message_gateway", "name", row -> read(desk, row), gateway -> write(desk, gateway));
    }

    private static GatewaySetup read(Desk desk, Columns row) throws SQLException {
        Id<GatewaySetup> id = row.id("id");
        return new GatewaySetup(
                id,
                row.text("name"),
                row.text("supplier"),
                SealedMap.read(row.text("settings")),
                SealedMap.unseal(desk, cell(desk, id), row.text("secrets")),
                new GatewaySetup.Use(
                        row.truth("enabled"),
                        row.small("rank"),
                        row.texts("prefixes"),
                        row.texts("kinds").stream().map(JdbcGateways::kind).toList(),
                        row.small("per_second")));
    }

    private static Row write(Desk desk, GatewaySetup gateway) {
        return Row.of("name", gateway.name())
                .and("supplier", gateway.supplier())
                .and("settings", new Json(SealedMap.write(gateway.settings())))
                .and("secrets", SealedMap.seal(desk, cell(desk, gateway.id()), gateway.secrets()))
                .and("enabled", gateway.use().enabled())
                .and("rank", gateway.use().rank())
                .and("prefixes", gateway.use().prefixes())
                .and("kinds", gateway.use().kinds())
                .and("per_second", gateway.use().perSecond());
    }

    private static MessageKind kind(String name) {
        return MessageKind.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static SecretPlace cell(Desk desk, Id<GatewaySetup> id) {
        return new SecretPlace(desk.tenant().toString(), "message_gateway", id.toString(), "secrets");
    }
}
