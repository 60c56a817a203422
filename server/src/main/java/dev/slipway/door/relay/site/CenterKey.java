package dev.slipway.door.relay.site;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.door.relay.tunnel.Tunnel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The center that a site trusts: named by its first code, remembered from then on. */
final class CenterKey {
    private static final int SEPARATOR_AT = 26;

    private final Site.Options.Entry entry;

    /** {@code relay.code-missing} and {@code relay.code-invalid} when there is no way to know the center. */
    CenterKey(Site.Options.Entry entry) {
        this.entry = entry;
        String code = entry.code();
        if (code.isEmpty() && !Files.exists(entry.kept())) {
            throw new Refusal(
                    "relay.code-missing",
                    "The switching center is not known yet: get a code from whoever runs it (relay alias code) and give"
                            + " it as relay.code.");
        }
        if (!code.isEmpty() && !code.matches("[a-z2-7]{26}-[a-z2-7]{26}")) {
            throw new Refusal(
                    "relay.code-invalid", "relay.code is two words of 26 characters with a - between; copy it whole.");
        }
    }

    /** What binds the alias; empty when nothing is to be bound. */
    String secret() {
        return entry.code().isEmpty() ? "" : entry.code().substring(SEPARATOR_AT + 1);
    }

    /** Whether this key (SHA-256, hex) is the center's. A code that was given says it, before what is remembered. */
    boolean is(String sha256) {
        return Tunnel.keyText(sha256).equals(expected());
    }

    private String expected() {
        if (!entry.code().isEmpty()) {
            return entry.code().substring(0, SEPARATOR_AT);
        }
        try {
            return Files.readString(entry.kept()).strip();
        } catch (IOException gone) {
            throw new UncheckedIOException("the key of the switching center cannot be read: " + entry.kept(), gone);
        }
    }

    /** Remembers the center that took an alias. */
    void keep(String sha256) {
        Path next = entry.kept().resolveSibling(entry.kept().getFileName() + ".new");
        try {
            Files.writeString(next, Tunnel.keyText(sha256) + "\n");
            Files.move(next, entry.kept(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the key of the switching center cannot be kept: " + entry.kept(), e);
        }
    }
}
