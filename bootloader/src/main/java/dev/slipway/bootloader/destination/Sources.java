package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Exit;
import dev.slipway.bootloader.outcome.Refusal;
import dev.slipway.bootloader.terminal.Terminal;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the destination in the order of DESIGN.md section 8.1: what the command line names (an activation
 * document, a message, an address), the Bootloader's own properties beside its jar and in its home, on Windows the
 * older product's registry values, questions.
 */
public final class Sources {
    private static final int OUTPUT_BYTES_MAX = 64 << 10;
    private static final String FILE_SCHEME = "file:";

    private final Terminal terminal;
    private final ActivationFetch fetch;
    private final List<Path> properties;

    /** Looks into {@code properties}, in their order, before a person is asked. */
    public Sources(Terminal terminal, ActivationFetch fetch, List<Path> properties) {
        this.terminal = terminal;
        this.fetch = fetch;
        this.properties = List.copyOf(properties);
    }

    /** The destination that {@code words} of the command line name, or the one that is known otherwise. */
    public Destination find(List<String> words) throws IOException {
        return words.isEmpty() ? unnamed() : centered(named(words));
    }

    /** An alias that comes without a center is looked for at the one that the properties name. */
    private Destination centered(Destination named) throws IOException {
        if (named.place().isEmpty() || !(named.place().get() instanceof Place.Alias alias)) {
            return named;
        }
        Optional<String> center = alias.center();
        for (Path file : properties) {
            center = center.isPresent() ? center : PropertiesFile.center(file);
        }
        return named.at(Optional.of(new Place.Alias(alias.alias(), center)));
    }

    private Destination named(List<String> words) throws IOException {
        String text = String.join(" ", words);
        Optional<Path> file = file(text);
        if (file.isPresent()) {
            return opened(file.get());
        }
        if (PastedMessage.looksLike(text)) {
            return PastedMessage.read(text);
        }
        if (words.size() > 1) {
            throw new Refusal(
                    "usage.wrong", "These words are no command, file, address or message: " + text, Exit.USAGE);
        }
        if (text.contains("://") && !text.startsWith(FILE_SCHEME)) {
            Place.Url address = Place.Url.of(text);
            return fetch.find(address.url()).map(ActivationDocument::read).orElseGet(() -> Destination.of(address));
        }
        throw new Refusal(
                "file.missing", "There is no file " + text + "; bootloader --help lists commands.", Exit.NOT_FOUND);
    }

    /**
     * The file that the words name, as a path or as a desktop hands it over: {@code file:///dir/my%20file} (RFC 8089).
     * A path whose blanks nobody quoted arrives in several words.
     */
    private static Optional<Path> file(String text) {
        try {
            Path path = text.startsWith(FILE_SCHEME) ? Path.of(URI.create(text)) : Path.of(text);
            return Optional.of(path).filter(Files::isRegularFile);
        } catch (IllegalArgumentException noPath) {
            System.getLogger("dev.slipway.bootloader.destination")
                    .log(System.Logger.Level.DEBUG, "file.none cause={0}", noPath.getMessage());
            return Optional.empty();
        }
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
        for (Path file : properties) {
            first = first.place().isPresent() ? first : PropertiesFile.read(file);
        }
        if (first.place().isPresent()) {
            return first;
        }
        Destination older = registry();
        return older.place().isPresent() ? older : new Questions(terminal).ask();
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
