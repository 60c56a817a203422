package dev.slipway.bootloader;

import dev.slipway.bootloader.contact.Contact;
import dev.slipway.bootloader.contact.Device;
import dev.slipway.bootloader.contact.Polling;
import dev.slipway.bootloader.destination.Addresses;
import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.destination.Sources;
import dev.slipway.bootloader.home.Enrollment;
import dev.slipway.bootloader.home.StateFile;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.portal.ProxyChoice;
import dev.slipway.bootloader.portal.WebActivation;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.bootloader.protocol.json.Malformed;
import dev.slipway.bootloader.protocol.trust.TrustRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what the command line says; data goes to the given stream, everything else to the terminal. */
final class Commands {
    private final Options options;
    private final Device device;
    private final Class<?> program;

    Commands(Options options, Device device, Class<?> program) {
        this.options = options;
        this.device = device;
        this.program = program;
    }

    Exit run(PrintStream out) {
        try {
            return carryOut(out);
        } catch (Malformed malformed) {
            throw Contact.refusal(malformed);
        } catch (TrustRefused refused) {
            throw new Refusal(refused.code(), String.valueOf(refused.getMessage()), Exit.NOT_ALLOWED);
        } catch (IOException e) {
            throw broken(e);
        } catch (UncheckedIOException e) {
            throw broken(e);
        }
    }

    private Exit carryOut(PrintStream out) throws IOException {
        return switch (options.command()) {
            case START -> start();
            case ENROLL -> enroll();
            case RUN -> daemon();
            case CHECK_NOW -> checkNow();
            case APPLY -> apply();
            case STATUS -> status(out);
            case UNENROLL -> unenroll();
            case HELP -> print(out, help());
            case VERSION -> print(out, "bootloader " + device.version());
        };
    }

    private Exit start() throws IOException {
        try (Contact contact = Contact.open(device)) {
            Optional<Enrollment> known = contact.state().enrollment();
            if (known.isEmpty()) {
                enroll(contact);
            } else if (!options.words().isEmpty()) {
                device.terminal()
                        .say("This device is enrolled already, for "
                                + known.get().user() + " at "
                                + known.get().base() + "; what was opened is not used."
                                + " To log on anew: bootloader enroll");
            }
            contact.poll(options.switches().contains(Options.Switch.SESSION_OVER));
            return Exit.OK;
        }
    }

    private Exit enroll() throws IOException {
        try (Contact contact = Contact.open(device)) {
            enroll(contact);
            return Exit.OK;
        }
    }

    private void enroll(Contact contact) throws IOException {
        var fetch = new WebActivation(new ProxyChoice(device.environment()));
        var sources = new Sources(device.terminal(), fetch, properties());
        Destination found = sources.find(options.words());
        Destination destination =
                found.with(options.key().or(found::key), options.login().or(found::login));
        Optional<String> password = Optional.ofNullable(device.environment().get("SLIPWAY_PASSWORD"));
        contact.enroll(Addresses.byDns(device.terminal()).of(destination), destination, password);
    }

    /** Beside the program first: a package stamps its own. */
    private List<Path> properties() {
        return Stream.concat(beside().stream(), Stream.of(device.home().directory()))
                .map(directory -> directory.resolve("bootloader.properties"))
                .toList();
    }

    private Optional<Path> beside() {
        return Optional.ofNullable(program.getProtectionDomain().getCodeSource())
                .map(source -> Path.of(URI.create(source.getLocation().toString())))
                .flatMap(jar -> Optional.ofNullable(jar.toAbsolutePath().getParent()));
    }

    private Exit daemon() throws IOException {
        try (Contact contact = Contact.open(device)) {
            return new Polling(contact, device, ZoneId.systemDefault()).run();
        }
    }

    private Exit checkNow() throws IOException {
        try (Contact contact = Contact.open(device)) {
            if (options.switches().contains(Options.Switch.DOWNLOAD_ONLY)) {
                contact.download();
            } else {
                contact.poll(options.switches().contains(Options.Switch.SESSION_OVER));
            }
            return Exit.OK;
        }
    }

    private Exit apply() throws IOException {
        try (Contact contact = Contact.open(device)) {
            if (options.switches().contains(Options.Switch.OFFLINE)) {
                contact.apply();
            } else {
                contact.poll(true);
            }
            return Exit.OK;
        }
    }

    private Exit status(PrintStream out) throws IOException {
        var document = new StatusDocument(
                StateFile.open(device.home(), device.world().clock()).get(),
                device.home().directory().toAbsolutePath().toString());
        boolean json = options.switches().contains(Options.Switch.JSON);
        return print(out, json ? JsonWriter.readable(document.json()) : document.text());
    }

    private Exit unenroll() throws IOException {
        try (Contact contact = Contact.open(device)) {
            contact.unenroll(options.switches().contains(Options.Switch.REMOVE_APPS));
            return Exit.OK;
        }
    }

    private static Exit print(PrintStream out, String text) {
        out.println(text);
        return Exit.OK;
    }

    private static String help() throws IOException {
        try (InputStream text = Commands.class.getResourceAsStream("help.txt")) {
            if (text == null) {
                throw new IllegalStateException("the jar is not whole: help.txt is missing");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private Refusal broken(Exception cause) {
        return new Refusal(
                "home.failed",
                "Reading or writing failed in " + device.home().directory() + ": " + cause.getMessage()
                        + "; check the disk and its rights, then run this again.",
                Exit.FAULT);
    }
}
