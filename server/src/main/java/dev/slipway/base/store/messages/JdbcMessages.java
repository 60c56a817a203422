package dev.slipway.base.store.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Messages;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.base.store.SecretPlace;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Sql;
import dev.slipway.base.store.sql.Table;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages. */
record JdbcMessages(Desk desk, Table<Message> table) implements Messages, Rows<Message> {
    private static final String NEWEST = """
            where t.tenant = :tenant and t.state = any(cast(:states as text[]))
            order by t.created_at desc, t.id desc limit :most""";

    /** Of rows of the gateway, those that a receipt names. */
    private static final String NAMED = """
            tenant = :tenant and gateway = :gateway
            and (id = :message or (:reference <> '' and reference = :reference))""";

    JdbcMessages(Desk desk) {
        this(desk, new Table<>(desk, shape(desk)));
    }

    @Override
    public List<Message> about(Id<Activation> activation) {
        return table.by("activation", activation, "t.created_at desc, t.id desc");
    }

    @Override
    public List<Message> newest(Collection<Message.State> states) {
        return table.where(NEWEST)
                .bind("states", states)
                .bind("most", LISTED_MAX)
                .list(table.reading());
    }

    /** A receipt that comes before the answer finds the message being sent; whoever sends it then notes no more. */
    @Override
    public boolean note(Id<GatewaySetup> gateway, Receipt receipt) {
        int noted = named("""
                        update message set state = :state, reason = :reason, changed_at = :at,
                          variables = case when :state = 'delivered' then null else variables end
                        where state in ('sending', 'sent', 'unknown') and\s""" + NAMED, gateway, receipt)
                .bind("state", receipt.state())
                .bind("reason", receipt.reason())
                .bind("at", receipt.at())
                .run();
        return noted > 0
                || named("select id from message where " + NAMED, gateway, receipt)
                        .first(row -> true)
                        .orElse(false);
    }

    private Sql named(String text, Id<GatewaySetup> gateway, Receipt receipt) {
        return desk.sql(text)
                .bind("gateway", gateway)
                .bind("message", receipt.message().map(Id::value).orElse(0L))
                .bind("reference", receipt.reference());
    }

    static Shape<Message> shape(Desk desk) {
        return new Shape<>("message", "id", row -> read(desk, row), message -> write(desk, message));
    }

    private static Message read(Desk desk, Columns row) throws SQLException {
        Id<Message> id = row.id("id");
        Optional<String> variables = row.optionalText("variables");
        return new Message(
                id,
                new Message.Content(
                        row.constant(MessageKind.class, "kind"),
                        row.text("language"),
                        variables.isPresent() ? SealedMap.unseal(desk, cell(desk, id), variables.get()) : Map.of(),
                        row.optionalId("activation")),
                new Message.Recipient(
                        row.constant(Channel.class, "channel"), row.text("address"), row.optionalId("user")),
                progress(row),
                row.instant("created_at"),
                row.instant("expires_at"));
    }

    private static Message.Progress progress(Columns row) throws SQLException {
        return new Message.Progress(
                row.constant(Message.State.class, "state"),
                row.optionalId("gateway"),
                new Message.Attempts(row.small("attempts"), row.small("doubtful"), row.instant("due_at")),
                row.text("reference"),
                row.text("reason"),
                row.instant("changed_at"));
    }

    /** An empty set of variables is sealed as well: only what was sent has none. */
    private static Row write(Desk desk, Message message) {
        Message.Progress progress = message.progress();
        return Row.of("kind", message.content().kind())
                .and("language", message.content().language())
                .and(
                        "variables",
                        isOver(progress.state())
                                ? Optional.empty()
                                : SealedMap.seal(
                                        desk,
                                        cell(desk, message.id()),
                                        message.content().variables()))
                .and("activation", message.content().activation())
                .and("channel", message.recipient().channel())
                .and("address", message.recipient().address())
                .and("user", message.recipient().user())
                .and("state", progress.state())
                .and("gateway", progress.gateway())
                .and("attempts", progress.attempts().count())
                .and("doubtful", progress.attempts().doubtful())
                .and("due_at", progress.attempts().next())
                .and("reference", progress.reference())
                .and("reason", progress.reason())
                .and("changed_at", progress.changed())
                .and("created_at", message.created())
                .and("expires_at", message.expires());
    }

    /** Whether nobody will ever make a text of it again. */
    private static boolean isOver(Message.State state) {
        return state == Message.State.DELIVERED || state == Message.State.CANCELED;
    }

    private static SecretPlace cell(Desk desk, Id<Message> id) {
        return new SecretPlace(desk.tenant().toString(), "message", id.toString(), "variables");
    }
}
