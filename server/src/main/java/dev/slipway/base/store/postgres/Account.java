package dev.slipway.base.store.postgres;

import dev.slipway.base.fleet.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operating-system user who runs PostgreSQL: the one of this process, or, since PostgreSQL refuses root, another.
 *
 * @param name login name in the password file
 * @param uid user id
 * @param gid primary group id
 * @param switched true when this process is root and must become that user
 */
record Account(String name, int uid, int gid, boolean switched) {
    private static final List<String> PREFERRED = List.of("slipway", "postgres", "nobody");

    /**
     * Chooses who runs it. The owner of an existing database stays its owner, since PostgreSQL refuses files of others;
     * a new one takes the first of slipway, postgres, nobody.
     *
     * @param passwords lines as in passwd(5)
     * @throws Refusal {@code data.no-account} none of them exists
     */
    static Account choose(Path passwords, Path postgres) {
        int process = processUid();
        if (process != 0) {
            return new Account(System.getProperty("user.name"), process, -1, false);
        }
        try (Stream<String> lines = Files.lines(passwords)) {
            List<Account> known =
                    lines.map(Account::parse).flatMap(Optional::stream).toList();
            return ownerOf(postgres, known)
                    .or(() -> PREFERRED.stream()
                            .flatMap(name -> named(name, known))
                            .findFirst())
                    .orElseThrow(() -> new Refusal(
                            "data.no-account",
                            "PostgreSQL does not run as root and there is no user slipway, postgres or nobody:"
                                    + " create one (useradd --system slipway), or start Slipway as another user."));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The effective user id of this process. */
    static int processUid() {
        return uidOf(Path.of("/proc/self"));
    }

    /** What stands before a command so that this account runs it; empty when it is our own. */
    List<String> prefix() {
        return switched ? List.of("setpriv", "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--") : List.of();
    }

    /** Gives a file or directory to this account. */
    void own(Path path) throws IOException {
        if (switched) {
            Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static Optional<Account> ownerOf(Path postgres, List<Account> known) {
        if (!Files.exists(postgres)) {
            return Optional.empty();
        }
        int uid = uidOf(postgres);
        return known.stream().filter(one -> one.uid == uid && uid != 0).findFirst();
    }

    private static Stream<Account> named(String name, List<Account> known) {
        return known.stream().filter(one -> one.name.equals(name) && one.uid != 0);
    }

    private static Optional<Account> parse(String line) {
        String[] fields = line.split(":", -1);
        boolean complete = fields.length >= 4 && fields[2].matches("\\d{1,9}") && fields[3].matches("\\d{1,9}");
        return complete
                ? Optional.of(new Account(fields[0], Integer.parseInt(fields[2]), Integer.parseInt(fields[3]), true))
                : Optional.empty();
    }

    private static int uidOf(Path path) {
        try {
            return (int) Files.getAttribute(path, "unix:uid");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
