package dev.slipway.bench;

import java.io.IOException;

/** What the devices cost in memory, and how long it takes to load them. */
record Memory(Fleet fleet, Table table) {
    private static final double WANTED_BYTES = 200;

    void run() throws IOException, InterruptedException {
        table.head("Memory");
        int devices = fleet.options().devices();
        try (SlipwayServer server = fleet.start().filled()) {
            double arrays = server.metric("slipway_roster_bytes") / devices;
            table.fact(
                    "read model, %,d devices: its arrays".formatted(devices),
                    "%.0f B a device".formatted(arrays),
                    "<= 200 B",
                    arrays <= WANTED_BYTES);
            double live = (server.liveBytes() - fleet.empty().liveBytes()) / (double) devices;
            table.fact("the same as live heap of the process above an empty server", "%.0f B a device".formatted(live));
            table.fact(
                    "the read model loaded at start",
                    "%.2f s".formatted(server.metric("slipway_roster_filling_seconds")));
        }
    }
}
