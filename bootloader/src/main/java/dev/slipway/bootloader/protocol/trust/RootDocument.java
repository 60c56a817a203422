package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which keys may sign what (TUF 1.0.34 section 4.3, with the roles of this house).
 *
 * @param version from 1, one more with every change
 * @param expires first second at which it is no longer believed
 * @param keys by key id
 * @param roles {@value #ROOT}, {@value #RELEASE}, {@value #BUNDLE} and {@value #TLS}
 */
public record RootDocument(long version, Instant expires, Map<String, SigningPublicKey> keys, Map<String, Role> roles) {
    /** Signs this document and its successor. */
    public static final String ROOT = "root";
    /** Signs releases at publishing; may live off the server. */
    public static final String RELEASE = "release";
    /** Signs the bundle of one device. */
    public static final String BUNDLE = "bundle";
    /** Signs which TLS keys are the server's. */
    public static final String TLS = "tls";
    /** The format, told apart by major version. */
    public static final String SPEC_VERSION = "1.0.34";
    /** Keys of one root document, and so signatures that are looked at. */
    public static final int KEYS_MAX = 32;

    private static final List<String> ROLES = List.of(ROOT, RELEASE, BUNDLE, TLS);

    public RootDocument {
        expires = expires.truncatedTo(ChronoUnit.SECONDS);
        keys = Map.copyOf(keys);
        roles = Map.copyOf(roles);
        if (version < 1 || keys.size() > KEYS_MAX || !roles.keySet().containsAll(ROLES)) {
            throw new IllegalArgumentException("a root document has a version from 1, at most " + KEYS_MAX
                    + " keys and the roles " + String.join(", ", ROLES));
        }
        keys.forEach((id, key) -> {
            if (!id.equals(key.keyId())) {
                throw new IllegalArgumentException("key " + id + " is named by the hash of another key");
            }
        });
        for (Role role : roles.values()) {
            if (!keys.keySet().containsAll(role.keyIds())) {
                throw new IllegalArgumentException("a role names a key that the document does not hold");
            }
        }
    }

    /** A document whose roles are given by their keys, one signature each being enough. */
    public static RootDocument of(long version, Instant expires, Map<String, List<SigningPublicKey>> roles) {
        var keys = new LinkedHashMap<String, SigningPublicKey>();
        var named = new LinkedHashMap<String, Role>();
        roles.forEach((name, holders) -> {
            holders.forEach(key -> keys.put(key.keyId(), key));
            named.put(
                    name,
                    new Role(
                            java.util.Set.copyOf(holders.stream()
                                    .map(SigningPublicKey::keyId)
                                    .toList()),
                            1));
        });
        return new RootDocument(version, expires, keys, named);
    }

    /** The document of an envelope, which proves nothing yet: see {@link RootChain}. */
    public static RootDocument from(Envelope envelope) {
        JsonAt at = envelope.documentOfType(ROOT);
        return at.read(
                "a root document",
                () -> new RootDocument(
                        at.get("version").whole(1, Long.MAX_VALUE),
                        at.get("expires").instant(),
                        at.get("keys").map(SigningPublicKey::from),
                        at.get("roles").map(Role::from)));
    }

    /** The document as it is signed. */
    public JsonObject toJson() {
        var keyObjects = new LinkedHashMap<String, JsonObject>();
        keys.forEach((id, key) -> keyObjects.put(id, key.toJson()));
        var roleObjects = new LinkedHashMap<String, JsonObject>();
        roles.forEach((name, role) -> roleObjects.put(name, role.toJson()));
        return JsonObject.EMPTY
                .with("_type", ROOT)
                .with("spec_version", SPEC_VERSION)
                .with("version", version)
                .with("expires", expires.toString())
                .with("keys", JsonObject.of(keyObjects))
                .with("roles", JsonObject.of(roleObjects));
    }

    /** Whether {@code envelope} carries the signatures that {@code role} needs. */
    public boolean hasSigned(String role, Envelope envelope) {
        return roles.containsKey(role) && envelope.isSignedBy(roles.get(role), keys);
    }

    /** The role of that name; a root document without it is refused at birth. */
    Role role(String name) {
        return java.util.Objects.requireNonNull(roles.get(name), name);
    }
}
