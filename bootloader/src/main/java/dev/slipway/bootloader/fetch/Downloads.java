package dev.slipway.bootloader.fetch;

import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.Backoff;
import dev.slipway.bootloader.portal.Line;
import dev.slipway.bootloader.portal.Pause;
import dev.slipway.bootloader.protocol.trust.ArtifactRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The artifacts in the Bootloader's directory. */
public final class Downloads {
    /** Attempts in a row that bring not one byte; Mender's and NervesHub's count is 10. */
    private static final int FRUITLESS_MAX = 10;
    /** A server that wants a longer pause is asked at the next poll. */
    private static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    private final Path directory;
    private final InstantSource clock;
    private final Pause pause;
    private final Backoff backoff;

    public Downloads(Home home, InstantSource clock, RandomGenerator chance, Pause pause) {
        this.directory = home.downloads();
        this.clock = clock;
        this.pause = pause;
        this.backoff = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), chance);
    }

    /** Refuses with {@code disk.full} unless all bytes of {@code artifacts} that are missing fit. */
    public void requireRoom(List<ArtifactRef> artifacts) throws IOException {
        long missing = 0;
        for (ArtifactRef artifact : Set.copyOf(artifacts)) {
            var part = new PartFile(directory, artifact);
            missing += part.complete() ? 0 : artifact.length() - part.size();
        }
        DiskSpace.require(directory, missing);
    }

    /** The file of {@code artifact}, if it lies here with the right content. */
    public Optional<Path> find(ArtifactRef artifact) throws IOException {
        var part = new PartFile(directory, artifact);
        return part.complete() ? Optional.of(part.whole()) : Optional.empty();
    }

    /**
     * The file of {@code artifact}, fetched from where it stands; cut lines are resumed.
     *
     * @param authorization headers that name this device to the portal
     * @param reached is told how many bytes are there
     */
    public Path fetch(Line line, Map<String, String> authorization, ArtifactRef artifact, LongConsumer reached)
            throws IOException {
        var part = new PartFile(directory, artifact);
        var transfer = new Transfer(line, authorization, artifact, part, clock);
        for (int tries = 0; tries < 2; tries++) {
            bring(transfer, part, artifact, reached);
            if (part.finish()) {
                return part.whole();
            }
        }
        throw Transfer.changed("was fetched twice with another content");
    }

    /** Removes what no longer belongs to {@code artifacts}: whole files and parts. */
    public void keepOnly(List<ArtifactRef> artifacts) throws IOException {
        Set<String> names = artifacts.stream().map(ArtifactRef::sha256).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                if (!names.contains(file.getFileName().toString().replace(".part", ""))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void bring(Transfer transfer, PartFile part, ArtifactRef artifact, LongConsumer reached)
            throws IOException {
        int fruitless = 0;
        do {
            long before = part.size();
            Duration wait = attempt(transfer, reached, fruitless + 1);
            if (part.size() == artifact.length()) {
                return;
            }
            fruitless = part.size() > before ? 0 : fruitless + 1;
            if (fruitless >= FRUITLESS_MAX) {
                throw Refusal.unreachable("The download brought nothing in " + FRUITLESS_MAX
                        + " attempts; it goes on where it stands at the next poll.");
            }
            if (pause.stopped(wait)) {
                throw new Refusal(
                        "process.stopped", "Stopped during a download; it goes on at the next start.", Exit.OK);
            }
        } while (true);
    }

    private Duration attempt(Transfer transfer, LongConsumer reached, int attempt) throws IOException {
        try {
            transfer.run(reached);
            return Duration.ZERO;
        } catch (IOException e) {
            System.getLogger("dev.slipway.bootloader.fetch")
                    .log(System.Logger.Level.DEBUG, "download.cut cause={0}", e.getMessage());
            return backoff.after(attempt);
        } catch (Refusal refusal) {
            if (refusal.exit() != Exit.UNREACHABLE) {
                throw refusal;
            }
            Duration wait = refusal.retryAfter().orElseGet(() -> backoff.after(attempt));
            if (wait.compareTo(PAUSE_MAX) > 0) {
                throw refusal;
            }
            return wait;
        }
    }
}
