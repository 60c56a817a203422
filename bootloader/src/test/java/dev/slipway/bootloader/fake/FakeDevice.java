package dev.slipway.bootloader.fake;

import dev.slipway.bootloader.claim.ThisMachine;
import dev.slipway.bootloader.contact.Contact;
import dev.slipway.bootloader.contact.Device;
import dev.slipway.bootloader.contact.Device.World;
import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.destination.Place;
import dev.slipway.bootloader.home.Home;
import dev.slipway.bootloader.portal.Pause;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;

/** A machine in a directory, whose clock stands and advances only by the waits, which take no time. */
public final class FakeDevice {
    public static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    public final Home home;
    public final FakeTerminal terminal;
    public final List<Duration> waits = new ArrayList<>();
    private final Device device;
    private Instant now = NOW;
    private int waitsMax = Integer.MAX_VALUE;

    public FakeDevice(Path directory, FakeTerminal terminal, Map<String, String> environment) {
        this.home = new Home(directory.resolve("home"));
        this.terminal = terminal;
        var system = new Properties();
        system.putAll(Map.of("os.name", "Linux", "os.arch", "amd64", "os.version", "6.1"));
        var random = new Random(7);
        Pause pause = time -> {
            waits.add(time);
            now = now.plus(time);
            return waits.size() > waitsMax;
        };
        this.device = new Device(
                home,
                new ThisMachine(directory.resolve("no-root"), system, home.directory(), random),
                terminal,
                new World(() -> now, random, pause),
                environment,
                "test");
    }

    public FakeDevice(Path directory) {
        this(directory, new FakeTerminal(), Map.of());
    }

    /** A stop signal comes in the wait after so many. */
    public FakeDevice stoppingAfter(int waitCount) {
        waitsMax = waitCount;
        return this;
    }

    public Device device() {
        return device;
    }

    /** Enrolls by ticket and polls once, in one process. */
    public void enrollAndPoll(FakePortal portal) throws IOException {
        enroll(portal);
        poll();
    }

    public void enroll(FakePortal portal) throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.enroll(List.of(portal.base()), ticket(portal), Optional.empty());
        }
    }

    /** Enrolls at an address with what {@code destination} says, and no password known beforehand. */
    public void enrollAt(URI base, Destination destination) throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.enroll(List.of(base), destination, Optional.empty());
        }
    }

    /** Polls in a process of its own; {@code later} releases wait. */
    public void poll() throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.poll(false);
        }
    }

    public void pollAfterSession() throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.poll(true);
        }
    }

    /** Fetches everything and installs nothing. */
    public void download() throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.download();
        }
    }

    /** Installs what was fetched, without asking the portal. */
    public void apply() throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.apply();
        }
    }

    public static Destination ticket(FakePortal portal) {
        return new Destination(
                Optional.of(new Place.Url(portal.base())),
                Optional.of(portal.key()),
                Optional.of(FakePortal.TICKET),
                Optional.empty(),
                Optional.empty());
    }

    /** Text of a file of the current release. */
    public String current(String application, String file) throws IOException {
        return Files.readString(
                home.applications().resolve(application).resolve("current").resolve(file));
    }

    public Path application(String name) {
        return home.applications().resolve(name);
    }
}
