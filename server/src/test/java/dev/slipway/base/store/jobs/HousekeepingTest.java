package dev.slipway.base.store.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.store.Database;
import dev.slipway.fake.SetClock;
import dev.slipway.fake.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final Database database = Database.open(TestDatabase.fresh());
    private final SetClock clock = new SetClock(NOON);
    private final Housekeeping house = new Housekeeping(database, clock);

    @BeforeEach
    void one_tenant_with_a_device_and_a_user() {
        sql("insert into tenant (id, name, alias, public_url) values (1, 'default', 'a@b', 'https://p')");
        sql("insert into device_type values (1, 2, 't', 'm', 'f', 'p', 0, '[]', '{}')");
        sql("insert into device (tenant, id, name, type, state, created_at) values (1, 3, 'd', 2, 'active', now())");
        sql("insert into \"user\" (tenant, id, login, name, email, phone, locale, state)"
                + " values (1, 4, 'ada', '', '', '', '', 'active')");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void the_last_change_of_a_subject_stays_while_a_document_is_older() {
        document(50);
        change(10, "user", 4, Duration.ofDays(30));
        change(20, "user", 4, Duration.ofDays(20));
        change(60, "device", 3, Duration.ofDays(9));
        change(70, "device", 3, Duration.ofDays(8));
        change(80, "device", 3, Duration.ofDays(6));

        assertThat(house.pruneChanges()).isEqualTo(4);
        assertThat(serials()).isEqualTo("80");
    }

    @Test
    void an_old_change_that_a_device_has_not_heard_of_stays() {
        document(50);
        change(60, "user", 4, Duration.ofDays(30));
        change(70, "user", 4, Duration.ofDays(20));

        assertThat(house.pruneChanges()).isEqualTo(1);
        assertThat(serials()).isEqualTo("70");
        assertThat(house.pruneChanges()).isZero();
    }

    @Test
    void answers_go_after_a_day() {
        sql("insert into kept_answer select 1, key, '', 200, '', timestamptz '" + NOON + "' - age from (values"
                + " ('old', interval '1441 minutes'), ('young', interval '1439 minutes')) a(key, age)");
        assertThat(house.pruneAnswers()).isEqualTo(1);
        assertThat(text("select key from kept_answer")).isEqualTo("young");
    }

    @Test
    void the_newest_thousand_events_of_a_device_stay_for_four_hundred_days() {
        sql("insert into device_event select 1, 3, n, now(), 1, '', '', '', '', ''," + " timestamptz '" + NOON
                + "' - (1002 - n) * interval '1 day' from generate_series(1, 1001) n");
        assertThat(house.pruneEvents()).isEqualTo(601);
        assertThat(text("select min(sequence) || ' ' || max(sequence) from device_event"))
                .isEqualTo("602 1001");
        clock.pass(Duration.ofDays(4_000));
        house.pruneEvents();
        assertThat(text("select string_agg(cast(sequence as text), ' ') from device_event"))
                .isEqualTo("1001");
    }

    @Test
    void no_more_than_a_thousand_events_of_a_device_stay() {
        sql("insert into device_event select 1, 3, n, now(), 1, '', '', '', '', '', timestamptz '" + NOON
                + "' from generate_series(1, 1003) n");
        assertThat(house.pruneEvents()).isEqualTo(3);
    }

    @Test
    void calls_that_a_webhook_did_not_take_for_three_days_go_and_are_counted() {
        sql("insert into webhook (tenant, id, name, address, secret, created_at) values (1, 9, 'w', 'a', 's', now())");
        sql("insert into webhook_call (tenant, webhook, at, account, kind, address, login, was, state, registers)"
                + " select 1, 9, timestamptz '" + NOON + "' - n * interval '1 day', 1, '', '', '', '', '', true"
                + " from generate_series(2, 5) n");

        house.pruneCalls();

        assertThat(text("select lost || ' ' || (select count(*) from webhook_call) from webhook"))
                .isEqualTo("2 2");
    }

    @Test
    void messages_that_are_done_go_after_ninety_days_and_waiting_ones_expire() {
        message(1, "sent", "91 days", "90 days");
        message(2, "sent", "89 days", "88 days");
        message(3, "queued", "91 days", "0 days");
        message(4, "queued", "91 days", "-1 days");
        message(5, "sending", "91 days", "1 days");

        assertThat(house.pruneMessages()).isEqualTo(1);
        sql("update message set variables = 'sealed' where id in (2, 4)");
        assertThat(house.expireMessages()).isEqualTo(2);
        assertThat(text("select string_agg(id || '', ' ') from message where variables is not null"))
                .isEqualTo("4");
        assertThat(text("select string_agg(id || ' ' || state, ', ' order by id) from message"))
                .isEqualTo("2 sent, 3 expired, 4 queued, 5 sending");
    }

    private void message(int id, String state, String changed, String expired) {
        sql("insert into message (tenant, id, kind, language, channel, address, state, attempts, doubtful, due_at,"
                + " reference, reason, changed_at, created_at, expires_at) select 1, " + id + ", 'test', 'en', 'sms',"
                + " '+1', '" + state + "', 0, 0, n.at, '', '', n.at - interval '" + changed
                + "', n.at, n.at - interval '"
                + expired + "' from (select timestamptz '" + NOON + "' as at) n");
    }

    @Test
    void the_newest_sixteen_decisions_about_a_device_stay_for_ninety_days() {
        sql("insert into request_log (tenant, device, since, identify, admit, decide, answer)"
                + " select 1, 3, timestamptz '" + NOON + "' - (120 - 10 * n) * interval '1 day', '', '', n, ''"
                + " from generate_series(1, 20) n");
        assertThat(house.pruneRequests()).isEqualTo(4);
        assertThat(text("select min(cast(decide as int)) || ' ' || max(cast(decide as int)) from request_log"))
                .isEqualTo("5 20");
        clock.pass(Duration.ofDays(100));
        assertThat(house.pruneRequests()).isEqualTo(8);
        clock.pass(Duration.ofDays(4_000));
        house.pruneRequests();
        assertThat(text("select string_agg(decide, ' ') from request_log")).isEqualTo("20");
    }

    @Test
    void an_open_activation_expires_at_its_time_and_a_redeemed_one_never() {
        activation(5, "clicked", NOON);
        activation(6, "issued", NOON.plusSeconds(1));
        activation(7, "redeemed", NOON.minusSeconds(1));
        assertThat(house.expireActivations()).isEqualTo(1);
        assertThat(text("select string_agg(state, ' ' order by id) from activation"))
                .isEqualTo("expired issued redeemed");
    }

    @Test
    void bytes_are_referred_to_by_a_release_of_any_tenant() {
        String hash = "a".repeat(64);
        sql("insert into application values (1, 8, 'a', '', 0, false, 'own')");
        sql("insert into release (tenant, id, application, version, state, replaces)"
                + " values (1, 9, 8, '1', 'draft', '')");
        sql("insert into artifact (tenant, sha256, length, media_type) values (1, '" + hash + "', 1, '')");
        assertThat(house.isReferenced(hash)).isFalse();
        sql("insert into release_artifact values (1, 9, 'any', 'files', '" + hash + "', '')");
        assertThat(house.isReferenced(hash)).isTrue();
    }

    private void document(long serial) {
        sql("insert into device_document values (1, 3, 'bundle', 1, '', now(), now(), '', 'e', " + serial + ")");
    }

    private void change(long xid, String kind, long subject, Duration ago) {
        sql("insert into change_log (xid, tenant, kind, subject, at) values (cast('%d' as xid8), 1, '%s', %d, '%s')"
                .formatted(xid, kind, subject, NOON.minus(ago)));
    }

    private void activation(long id, String state, Instant expires) {
        sql(("insert into activation (tenant, id, \"user\", state, generation, expires_at,"
                        + " code_until, created_at) values (1, %d, 4, '%s', 1, '%s', '%s', '%s')")
                .formatted(id, state, expires, NOON, NOON));
    }

    private String serials() {
        return text("select string_agg(cast(xid as text), ' ' order by xid) from change_log");
    }

    private void sql(String text) {
        database.jdbi().useHandle(handle -> handle.execute(text));
    }

    private String text(String query) {
        return database.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).one());
    }
}
