package dev.slipway.base.store.messages;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.fleet.messages.Wordings;
import dev.slipway.base.store.sql.Desk;
import java.util.List;

/** Templates of one's own. */
record JdbcWordings(Desk desk) implements Wordings {
    @Override
    public List<Wording> all() {
        return desk.sql("select * from message_template where tenant = :tenant order by kind, channel, language")
                .list(row -> new Wording(
                        new Wording.Key(
                                row.constant(MessageKind.class, "kind"),
                                row.constant(Channel.class, "channel"),
                                row.text("language")),
                        row.text("subject"),
                        row.text("body")));
    }

    @Override
    public void set(Wording wording) {
        desk.sql("""
                        insert into message_template (tenant, kind, channel, language, subject, body)
                        values (:tenant, :kind, :channel, :language, :subject, :body)
                        on conflict (tenant, kind, channel, language) do update
                        set subject = excluded.subject, body = excluded.body""")
                .bind("kind", wording.key().kind())
                .bind("channel", wording.key().channel())
                .bind("language", wording.key().language())
                .bind("subject", wording.subject())
                .bind("body", wording.text())
                .run();
    }

    @Override
    public boolean reset(Wording.Key key) {
        return desk.sql("""
                        delete from message_template
                        where tenant = :tenant and kind = :kind and channel = :channel and language = :language""")
                        .bind("kind", key.kind())
                        .bind("channel", key.channel())
                        .bind("language", key.language())
                        .run()
                > 0;
    }
}
