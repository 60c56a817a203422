package dev.slipway.bench;

import dev.slipway.bench.load.Duel.Figures;
import dev.slipway.bench.load.Duel.Side;
import dev.slipway.bench.load.Load;
import dev.slipway.bench.machine.CpuTime;
import dev.slipway.bootloader.protocol.DeviceClaim;
import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.Secret;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Log-ons that succeed and that are refused, each beside a 304 and beside one that succeeds. */
record LogOns(Arena arena, Table table) {
    private static final String PATH = "/boot/v1/logon";
    private static final int FEW = 4;
    private static final int CONNECTIONS = 16;
    private static final int CROWD = 512;
    private static final int AT_ONCE = 100;
    private static final double OF_A_LOGON_MAX = 0.02;

    void run() throws IOException, InterruptedException {
        table.head("Log-ons and their refusals");
        Figures poll = arena.alone(arena.polls(arena.server().url(), CONNECTIONS));
        table.alone("304, for comparison", poll);
        Load right = load("right", FEW, Arena.WHOLE, i -> body(login(i), Seeding.PASSWORD, i));
        Figures real = arena.alone(right);
        table.alone("log-on of a user with a password", real);
        together();
        table.alone(
                "refused: unknown login (costs a hash)",
                arena.alone(load("unknown", FEW, arena.devices(), i -> body("nobody" + i, "wrong password", i))));
        Load throttled = load("throttled", CONNECTIONS, 1, i -> body("guessed", "wrong password", i));
        refused("refused: login throttled", arena.alone(throttled), poll, real);
        Load crowd = load("crowd", CROWD, arena.devices(), i -> body("crowd" + i, "wrong password", i));
        CpuTime withoutHashes = arena.server().cpuBesides("password-");
        refused("refused: too many hashes wait", arena.duel().alone(new Side(withoutHashes, crowd)), poll, real);
        String guessed = body("guessed", "wrong password", 0);
        String retryAfter = Http.posts(arena.server().url() + PATH, List.of(guessed))
                .getFirst()
                .headers()
                .firstValue("retry-after")
                .orElse("none");
        table.fact("Retry-After of a throttled login", retryAfter + " s");
    }

    /** A refusal shall cost at most a 304, and at most 2 % of a log-on. */
    private void refused(String work, Figures refusal, Figures poll, Figures real) {
        double ofPoll = refusal.micros() / poll.micros();
        double ofLogOn = refusal.micros() / real.micros();
        table.fact(
                work + " (%,d answers)".formatted(refusal.total().refused()),
                "%.1f us, %.2fx of our 304, %.2f %% of a log-on".formatted(refusal.micros(), ofPoll, 100 * ofLogOn),
                "<= 1x and <= 2 %",
                ofPoll <= 1 && ofLogOn <= OF_A_LOGON_MAX);
    }

    /** A hundred right log-ons at the same moment: all are let in. */
    private void together() throws IOException, InterruptedException {
        List<String> bodies = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> body(login(i), Seeding.PASSWORD, i))
                .toList();
        long began = System.nanoTime();
        long let = Http.posts(arena.server().url() + PATH, bodies).stream()
                .filter(answer -> answer.statusCode() == 200)
                .count();
        table.fact(
                "%d right log-ons at the same moment".formatted(AT_ONCE),
                "%d let in, the last after %.2f s".formatted(let, (System.nanoTime() - began) / 1e9),
                "all let in",
                let == AT_ONCE);
    }

    private Load load(String name, int connections, int bodies, IntFunction<String> body) throws IOException {
        List<String> lines = IntStream.range(0, bodies).mapToObj(body).toList();
        Path file = Files.write(arena.ground().file(name), lines);
        return new Load(arena.server().url(), file, PATH, Load.Manner.POST, connections);
    }

    private static String login(int number) {
        return "user" + number;
    }

    private static String body(String login, String password, int number) {
        String serial = "BENCH-" + number;
        var claim = new DeviceClaim(
                new DeviceClaim.RunningSystem("linux", "x86_64", "debian", "13"),
                new DeviceClaim.Machine("Example", "Desk", serial),
                Map.of("serial", List.of(serial)),
                1L << 30,
                "1");
        var request = new LogonRequest(claim, new LogonRequest.Credentials(login, new Secret(password)));
        return new String(JsonWriter.compact(request.toJson()), StandardCharsets.UTF_8);
    }
}
