package dev.slipway.door.relay.center;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.http.OwnCertificate;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.wire.alias.AliasName;
import dev.slipway.door.relay.tunnel.Tunnel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The alias table: one file, replaced as a whole (written beside it, fsync, rename), changed under a lock that the
 * commands and the center at work share.
 */
public final class Aliases {
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int CODE_CHARACTERS = 26;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path file;
    private final InstantSource clock;
    private final SecureRandom random;

    private record Table(List<Alias> aliases) {
        private Table {
            aliases = List.copyOf(aliases);
        }
    }

    /**
     * The table in a directory, which is made when it is missing.
     */
    public Aliases(Path directory, InstantSource clock, SecureRandom random) {
        this.file = directory.resolve("aliases.json");
        this.clock = clock;
        this.random = random;
        try {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("the alias table cannot be kept in " + directory, e);
        }
    }

    /** The key by which sites know this center; made at the first use and kept beside the table. */
    public ServerKey key() {
        return new OwnCertificate(file.resolveSibling("key"), clock, random).serving(List.of("localhost"));
    }

    /** All of them, by name. */
    public List<Alias> all() {
        try {
            return Files.exists(file)
                    ? JSON.readValue(Files.readAllBytes(file), Table.class).aliases()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the alias table cannot be read: " + file, e);
        } catch (JacksonException damaged) {
            throw new Refusal(
                    "alias.table-damaged",
                    "The alias table %s is damaged; put a copy of it back.".formatted(file.getFileName()));
        }
    }

    /** When the file was changed, and how long it is: a number that differs when the table may. */
    long stamp() {
        try {
            return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() * 31 + Files.size(file) : 0;
        } catch (IOException replacedNow) {
            return -1;
        }
    }

    /**
     * A new alias; {@code alias.exists} and {@code alias.host-taken} when there is such a one.
     *
     * @param hosts names of the site's own that lead to it too
     */
    public void add(String written, List<String> hosts) {
        String name = name(written);
        change(all -> {
            if (all.stream().anyMatch(alias -> alias.name().equals(name))) {
                throw new Refusal("alias.exists", "%s is there already.".formatted(name));
            }
            for (String host : hosts) {
                if (all.stream().anyMatch(alias -> alias.hosts().contains(host.toLowerCase(Locale.ROOT)))) {
                    throw new Refusal("alias.host-taken", "%s leads to another alias.".formatted(host));
                }
            }
            all.add(Alias.named(name, hosts));
            return all;
        });
    }

    /**
     * A single-use code that says which center this is and binds one more site to an alias.
     *
     * @param life how long it may be used
     * @param moving whether the sites bound until now are let go
     */
    public String code(String written, Duration life, boolean moving) {
        String code = newCode();
        long until = clock.millis() + life.toMillis();
        String change = clock.instant() + (moving ? " moved: earlier sites are let go" : " a code was given out");
        one(written, alias -> alias.coded(new Alias.Code(sha256(code), until), !moving, change));
        return Tunnel.keyText(key().spkiSha256()) + "-" + code;
    }

    /** Lets an alias lead nowhere, or again where it led. */
    public void disable(String written, boolean disabled) {
        one(written, alias -> alias.disabled(disabled, clock.instant() + (disabled ? " disabled" : " enabled")));
    }

    /**
     * Binds a key by a code, once; a wrong, used or late one changes nothing.
     */
    void bind(String written, String code, String key) {
        AliasName.of(written)
                .ifPresent(name -> change(all -> {
                    for (int i = 0; i < all.size(); i++) {
                        Alias alias = all.get(i);
                        if (alias.name().equals(name.text()) && isRight(alias, code)) {
                            all.set(i, alias.bound(key, clock.instant() + " bound to the key " + key.substring(0, 16)));
                        }
                    }
                    return all;
                }));
    }

    private boolean isRight(Alias alias, String code) {
        return alias.code()
                .filter(there -> clock.millis() < there.until())
                .filter(there -> MessageDigest.isEqual(
                        HexFormat.of().parseHex(there.sha256()), HexFormat.of().parseHex(sha256(code))))
                .isPresent();
    }

    private void one(String written, UnaryOperator<Alias> act) {
        String name = name(written);
        change(all -> {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).name().equals(name)) {
                    all.set(i, act.apply(all.get(i)));
                    return all;
                }
            }
            throw new Refusal("alias.unknown", "There is no alias %s.".formatted(name));
        });
    }

    private static String name(String written) {
        return AliasName.of(written)
                .map(AliasName::text)
                .orElseThrow(() -> new Refusal(
                        "alias.invalid",
                        "\"%s\" is no alias: it is like an e-mail address, at most 254 bytes long."
                                .formatted(written)));
    }

    private String newCode() {
        var code = new StringBuilder(CODE_CHARACTERS);
        for (int i = 0; i < CODE_CHARACTERS; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private synchronized void change(UnaryOperator<List<Alias>> act) {
        Path beside = file.resolveSibling("aliases.lock");
        var options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (FileChannel lock = FileChannel.open(beside, options);
                FileLock _ = lock.lock()) {
            List<Alias> changed = new ArrayList<>(act.apply(new ArrayList<>(all())));
            changed.sort(Comparator.comparing(Alias::name));
            write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Table(changed)));
        } catch (IOException e) {
            throw new UncheckedIOException("the alias table cannot be kept: " + file, e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        Path next = file.resolveSibling("aliases.new");
        Files.deleteIfExists(next);
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel =
                FileChannel.open(next, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attribute)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent())) {
            directory.force(true);
        }
    }
}
