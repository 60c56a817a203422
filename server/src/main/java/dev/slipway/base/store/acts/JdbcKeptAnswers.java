package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.KeptAnswer;
import dev.slipway.base.fleet.acts.KeptAnswers;
import dev.slipway.base.store.sql.Desk;
import java.util.Optional;

/** Answers kept for 24 hours; after that their key is free again. */
record JdbcKeptAnswers(Desk desk) implements KeptAnswers {
    @Override
    public Optional<KeptAnswer> find(String key) {
        return desk.sql("""
                        select * from kept_answer
                        where tenant = :tenant and key = :key and at > now() - interval '24 hours'""")
                .bind("key", key)
                .first(row -> new KeptAnswer(
                        row.text("key"), row.text("request_hash"), row.small("status"), row.text("body")));
    }

    @Override
    public void keep(KeptAnswer answer) {
        int kept = desk.sql("""
                        insert into kept_answer as a (tenant, key, request_hash, status, body)
                        values (:tenant, :key, :request_hash, :status, :body)
                        on conflict (tenant, key) do update set
                          request_hash = excluded.request_hash, status = excluded.status, body = excluded.body,
                          at = excluded.at
                        where a.at <= now() - interval '24 hours'""")
                .bind("key", answer.key())
                .bind("request_hash", answer.requestHash())
                .bind("status", answer.status())
                .bind("body", answer.body())
                .run();
        if (kept == 0) {
            throw new Refusal("fleet.duplicate", "The idempotency key is taken already: choose another one.");
        }
    }
}
