package dev.slipway.bootloader;

import dev.slipway.bootloader.contact.Device;
import dev.slipway.bootloader.destination.ActivationDocument;
import dev.slipway.bootloader.destination.ActivationFetch;
import dev.slipway.bootloader.destination.Destination;
import dev.slipway.bootloader.destination.OlderProduct;
import dev.slipway.bootloader.destination.PastedMessage;
import dev.slipway.bootloader.destination.Place;
import dev.slipway.bootloader.destination.PropertiesFile;
import dev.slipway.bootloader.destination.Questions;
import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks for the destination in the order of DESIGN.md section 8.1: what the command line names (an activation
 * document, a message, an address), the Bootloader's own properties beside its jar and in its home, on Windows the
 * older product's registry values, questions.
 */
final class Sources {
    private static final int OUTPUT_BYTES_MAX = 64 << 10;

    private final Device device;
    private final ActivationFetch fetch;
    private final Class<?> program;

    Sources(Device device, ActivationFetch fetch, Class<?> program) {
        this.device = device;
        this.fetch = fetch;
        this.program = program;
    }

    /** The destination; what options say is added to it. */
    Destination find(Options options) throws IOException {
        Destination found = options.words().isEmpty() ? unnamed() : named(options.words());
        return new Destination(
                found.place(),
                options.key().or(found::key),
                found.ticket(),
                options.login().or(found::login),
                found.hint());
    }

    private Destination named(List<String> words) throws IOException {
        String text = String.join(" ", words);
        if (PastedMessage.looksLike(text)) {
            return PastedMessage.read(text);
        }
        if (words.size() > 1) {
            throw Options.usage("These words are no command, file, address or message: " + text);
        }
        if (text.contains("://")) {
            Place.Url address = Place.Url.of(text);
            return fetch.find(address.url()).map(ActivationDocument::read).orElseGet(() -> Destination.of(address));
        }
        Path file = Path.of(text);
        if (!Files.isRegularFile(file)) {
            throw new Refusal(
                    "file.missing", "There is no file " + text + "; bootloader --help lists commands.", Exit.NOT_FOUND);
        }
        return opened(file);
    }

    /** A file is an activation document, or the text of a message that somebody saved. */
    private static Destination opened(Path file) throws IOException {
        if (Files.size(file) > ActivationDocument.BYTES_MAX) {
            throw Refusal.check("activation.too-long", file + " is too long for an activation document.");
        }
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return !text.stripLeading().startsWith("{") && PastedMessage.looksLike(text)
                ? PastedMessage.read(text)
                : ActivationDocument.read(bytes);
    }

    private Destination unnamed() throws IOException {
        Destination first = Destination.NONE;
        for (Path file : properties()) {
            first = first.place().isPresent() ? first : PropertiesFile.read(file);
        }
        if (first.place().isPresent()) {
            return first;
        }
        Destination older = registry();
        return older.place().isPresent() ? older : new Questions(device.terminal()).ask();
    }

    private List<Path> properties() {
        return Stream.concat(
                        beside().map(directory -> directory.resolve(PropertiesFile.NAME)).stream(),
                        Stream.of(device.home().properties()))
                .toList();
    }

    private Optional<Path> beside() {
        try {
            return Optional.ofNullable(program.getProtectionDomain().getCodeSource())
                    .map(source -> source.getLocation())
                    .map(location -> Path.of(URI.create(location.toString())))
                    .flatMap(jar -> Optional.ofNullable(jar.toAbsolutePath().getParent()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Destination registry() throws IOException {
        if (!System.getProperty("os.name", "").startsWith("Windows")) {
            return Destination.NONE;
        }
        Process query = new ProcessBuilder("reg", "query", OlderProduct.KEY)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = query.getInputStream()) {
            return OlderProduct.read(new String(output.readNBytes(OUTPUT_BYTES_MAX), StandardCharsets.UTF_8));
        }
    }
}
