package dev.slipway.bench;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretKeys;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.base.store.postgres.PostgresServer;
import dev.slipway.bench.machine.CpuTime;
import dev.slipway.core.enroll.LastSeen;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** When devices were last here: rows written a second in batches, as the server writes them, beside one by one. */
record SeenBatches(Fleet fleet, Table table) {
    private static final int BATCH_MAX = 100_000;
    private static final int SINGLE = 1_000;
    private static final int CONNECTIONS = 2;

    void run() throws IOException, InterruptedException {
        table.head("Last-seen rows");
        try (SlipwayServer server = fleet.start();
                Database database = Database.attach(
                        PostgresServer.running(fleet.data(), CONNECTIONS).orElseThrow())) {
            var keys = SecretKeys.open(fleet.ground().file("bench.key"), new SecureRandom());
            DeviceSeen store = JdbcRooms.of(database, new SecretBox(keys, new SecureRandom()), key -> true)
                    .batched()
                    .seen();
            CpuTime cpu = server.databaseCpu();
            double batch = rate(cpu, rows(database, BATCH_MAX), rows -> batch(store, rows));
            double single = rate(cpu, rows(database, SINGLE), rows -> rows.forEach(row -> store.write(List.of(row))));
            table.fact(
                    "last-seen rows in batches of 10,000", "%,.0f rows a second of PostgreSQL's CPU".formatted(batch));
            table.fact("the same one by one", "%,.0f rows, %.0fx fewer".formatted(single, batch / single));
        }
    }

    /** Rows per second of CPU time, the middle of the rounds; every round writes them with a later time. */
    private double rate(CpuTime cpu, List<Seen> rows, Consumer<List<Seen>> writing) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= fleet.options().rounds(); round++) {
            Duration later = Duration.ofSeconds(round);
            List<Seen> now = rows.stream().map(row -> later(row, later)).toList();
            Duration before = cpu.used();
            writing.accept(now);
            rates.add(now.size() / (cpu.used().minus(before).toNanos() / 1e9));
        }
        Collections.sort(rates);
        return rates.get(rates.size() / 2);
    }

    private static void batch(DeviceSeen store, List<Seen> rows) {
        var seen = new LastSeen(store);
        rows.forEach(seen::note);
        seen.write();
    }

    private static Seen later(Seen row, Duration by) {
        return new Seen(row.tenant(), row.device(), row.at().plus(by), row.address(), row.userAgent());
    }

    private static List<Seen> rows(Database database, int count) {
        String sql = "select tenant, id, clock_timestamp() as at from device limit :rows";
        return database.jdbi().withHandle(handle -> handle.createQuery(sql)
                .bind("rows", count)
                .map((row, context) -> new Seen(
                        new Id<Tenant>(row.getLong("tenant")),
                        new Id<>(row.getLong("id")),
                        row.getTimestamp("at").toInstant(),
                        "192.0.2.17",
                        "slipway-bootloader/1"))
                .list());
    }
}
