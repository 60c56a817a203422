package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Finding;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.store.Database;
import dev.slipway.base.store.SecretBox;
import dev.slipway.base.store.SecretKeys;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.core.settings.catalog.KeyCatalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at what the database holds: its schema, its clock, the keys that sign, the public addresses. */
record DatabaseCheck(Workplace place) {
    /** More than any round trip; devices' reports and expiries are read beside this clock. */
    private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(5);

    /** A root is signed anew when a third of its year is left; half of that third has passed unheeded then. */
    private static final Duration ROOT_LEFT_MIN = Duration.ofDays(60);

    private static final List<String> ROLES =
            List.of(RootDocument.ROOT, RootDocument.RELEASE, RootDocument.BUNDLE, RootDocument.TLS);

    /** Without these no device is served; the others may live elsewhere. */
    private static final Set<String> NEEDED_HERE = Set.of(RootDocument.BUNDLE, RootDocument.TLS);

    List<Finding> findings() {
        try {
            return place.read((database, artifacts) -> findings(database));
        } catch (Refusal refusal) {
            return List.of(Doctor.refused("database", refusal));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Finding> findings(Database database) {
        List<Finding> findings = new ArrayList<>();
        findings.add(Doctor.good("database", "answers, and its schema is current"));
        findings.add(clock(database.now()));
        SecretKeys keys = SecretKeys.open(place.secretsKey(), place.means().random());
        SecretBox box = new SecretBox(keys, place.means().random());
        JdbcRooms rooms = JdbcRooms.of(database, box, KeyCatalog.with()::isSecret);
        try {
            rooms.ledger().lookups().tenants().stream()
                    .map(DatabaseCheck::publicUrl)
                    .forEach(findings::add);
            findings.addAll(signingKeys(rooms));
        } catch (Refusal refusal) {
            findings.add(Doctor.refused("keys", refusal));
        }
        return findings;
    }

    private Finding clock(Instant database) {
        Duration apart = Duration.between(database, place.means().clock().instant());
        return apart.abs().compareTo(CLOCKS_APART_MAX) <= 0
                ? Doctor.good("clock", "agrees with the database's")
                : Doctor.bad(
                        "clock",
                        "It is %d s apart from the database's: let both follow one time server."
                                .formatted(apart.toSeconds()));
    }

    private static Finding publicUrl(Tenant tenant) {
        String host = tenant.publicUrl().getHost();
        try {
            return Doctor.good(
                    "public-url",
                    tenant.publicUrl() + " is " + InetAddress.getByName(host).getHostAddress());
        } catch (UnknownHostException unknown) {
            return Doctor.bad(
                    "public-url",
                    "No name server knows " + host + ", where devices of " + tenant.alias()
                            + " are sent: add it there, or change the tenant's public_url.");
        }
    }

    private List<Finding> signingKeys(JdbcRooms rooms) {
        var roots = rooms.keys().roots();
        if (roots.isEmpty()) {
            return List.of(Doctor.good("keys", "made at the first start"));
        }
        RootDocument root = RootDocument.from(Envelope.parse(roots.getLast().toArray()));
        List<SigningKey> keys = rooms.keys().all();
        List<Finding> findings = new ArrayList<>();
        ROLES.forEach(role -> findings.add(signingKey(role, root, keys)));
        findings.add(expiry(root));
        return findings;
    }

    private static Finding signingKey(String role, RootDocument root, List<SigningKey> keys) {
        boolean here = keys.stream()
                .filter(key -> key.role().equals(role) && root.keys().containsKey(key.keyId()))
                .anyMatch(key -> key.privateKey().isPresent());
        if (here) {
            return Doctor.good("key-" + role, "on this server");
        }
        return NEEDED_HERE.contains(role)
                ? Doctor.bad(
                        "key-" + role, "Not on this server, which cannot work without: make a new one (slipway keys).")
                : Doctor.good("key-" + role, "off this server");
    }

    private Finding expiry(RootDocument root) {
        long days = Duration.between(place.means().clock().instant(), root.expires())
                .toDays();
        return days >= ROOT_LEFT_MIN.toDays()
                ? Doctor.good("root", "version %d, %d days left".formatted(root.version(), days))
                : Doctor.bad(
                        "root",
                        "%d days left: start the server, which signs it anew, or sign it where the root key is."
                                .formatted(days));
    }
}
