package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.identity.Tokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of one device, made of one view of it: what concerns one of them concerns all. Those that list contacts are
 * not among them, since they depend on other people.
 *
 * @param form their format
 * @param order what they are made of
 * @param files by name; without those that could not be written
 * @param refused why not, by name
 * @param until when they will be others although nothing was changed; empty for never
 */
public record Edition(
        DocumentRenderer form,
        DocumentOrder order,
        SortedMap<String, Document> files,
        Map<String, Refusal> refused,
        Optional<Instant> until) {
    private static final int ETAG_LENGTH = 32;

    public Edition {
        files = new TreeMap<>(files);
        refused = Map.copyOf(refused);
    }

    /** Writes every file; one that cannot be written does not stand in the way of the others. */
    static Edition of(DocumentRenderer form, DocumentOrder order, Optional<Instant> until) {
        SortedMap<String, Document> files = new TreeMap<>();
        Map<String, Refusal> refused = new HashMap<>();
        for (String file : form.files()) {
            if (form.listsContacts(file)) {
                continue;
            }
            try {
                files.put(file, form.render(file, order));
            } catch (Refusal why) {
                refused.put(file, why);
            }
        }
        return new Edition(form, order, files, refused, until);
    }

    /** The file that a device asks for by itself; empty when it cannot be written. */
    public Optional<Document> main() {
        return Optional.ofNullable(files.get(form.files().getFirst()));
    }

    /** The MAC address that names of files may hold. */
    public Optional<String> mac() {
        return order.mac();
    }

    /** The highest position of an account in them: it must be known when the account is to be taken away again. */
    public int positions() {
        return order.settings().accounts().stream()
                .mapToInt(account -> account.account().position())
                .max()
                .orElse(0);
    }

    /**
     * A file.
     *
     * @throws Refusal as {@link DocumentRenderer#render}
     */
    public Document file(String name) {
        Refusal why = refused.get(name);
        if (why != null) {
            throw why;
        }
        return Optional.ofNullable(files.get(name)).orElseThrow();
    }

    /** The ETag of bytes (hex, without quotes): equal bytes have equal ones, whenever and wherever they were made. */
    public static String etag(Document document) {
        return Tokens.sha256(document.body().toArray()).hex().substring(0, ETAG_LENGTH);
    }

    /** SHA-256 (hex) of all files: another one as soon as one of them is. */
    public String hash() {
        var text = new StringBuilder();
        files.forEach((file, document) ->
                text.append(file).append('\n').append(etag(document)).append('\n'));
        return Tokens.sha256(text.toString()).hex();
    }
}
