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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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
                    .seen();
            List<Seen> rows = rows(database);
            CpuTime cpu = server.databaseCpu();
            double batch = middle(cpu, rows.size(), () -> batch(store, rows));
            double single = middle(
                    cpu, SINGLE, () -> rows.stream().limit(SINGLE).forEach(row -> store.write(List.of(now(row)))));
            table.fact(
                    "last-seen rows in batches of 10,000", "%,.0f rows a second of PostgreSQL's CPU".formatted(batch));
            table.fact("the same one by one", "%,.0f rows, %.0fx fewer".formatted(single, batch / single));
        }
    }

    /** Rows per second of CPU time. */
    private double middle(CpuTime cpu, int rows, Runnable writing) {
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round <= fleet.options().rounds(); round++) {
            Duration before = cpu.used();
            writing.run();
            rates.add(rows / (cpu.used().minus(before).toNanos() / 1e9));
        }
        Collections.sort(rates);
        return rates.get(rates.size() / 2);
    }

    private static void batch(DeviceSeen store, List<Seen> rows) {
        var seen = new LastSeen(store);
        rows.forEach(row -> seen.note(now(row)));
        seen.write();
    }

    private static Seen now(Seen row) {
        return new Seen(row.tenant(), row.device(), Instant.now(), row.address(), row.userAgent());
    }

    private static List<Seen> rows(Database database) {
        return database.jdbi().withHandle(handle -> handle.createQuery("select tenant, id from device limit :rows")
                .bind("rows", BATCH_MAX)
                .map((row, context) -> new Seen(
                        new Id<Tenant>(row.getLong("tenant")),
                        new Id<>(row.getLong("id")),
                        Instant.now(),
                        "192.0.2.17",
                        "slipway-bootloader/1"))
                .list());
    }
}
