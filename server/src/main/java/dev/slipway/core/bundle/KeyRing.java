package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.trust.SigningKey;
import dev.slipway.base.fleet.trust.SigningKeys;
import dev.slipway.base.identity.Ed25519;
import dev.slipway.bootloader.protocol.trust.Envelope;
import dev.slipway.bootloader.protocol.trust.RootChain;
import dev.slipway.bootloader.protocol.trust.RootDocument;
import dev.slipway.bootloader.protocol.trust.Signer;
import dev.slipway.bootloader.protocol.trust.SigningPublicKey;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The keys and roots at one moment.
 *
 * @param keys every key ever kept, oldest first
 * @param roots every root document, version 1 first
 * @param root the newest of them
 * @param here by key id, those whose private half is on this server
 */
record KeyRing(List<SigningKey> keys, List<Envelope> roots, RootDocument root, Map<String, Signer> here) {
    static final List<String> ROLES =
            List.of(RootDocument.ROOT, RootDocument.RELEASE, RootDocument.BUNDLE, RootDocument.TLS);

    KeyRing {
        keys = List.copyOf(keys);
        roots = List.copyOf(roots);
        here = Map.copyOf(here);
    }

    static KeyRing read(SigningKeys store) {
        List<Envelope> roots = store.roots().stream()
                .map(document -> Envelope.parse(document.toArray()))
                .toList();
        var here = new HashMap<String, Signer>();
        List<SigningKey> keys = store.all();
        keys.forEach(key -> key.privateKey().ifPresent(half -> here.put(key.keyId(), signer(key, half))));
        return new KeyRing(keys, roots, RootDocument.from(roots.getLast()), here);
    }

    private static Signer signer(SigningKey key, Secret half) {
        var publicKey = new SigningPublicKey(key.publicKey().hex());
        byte[] pkcs8 = Base64.getDecoder().decode(half.reveal());
        return Signer.of(publicKey, pkcs8, Ed25519.of(pkcs8)::sign);
    }

    static SigningKey kept(String role, Signer signer) {
        return new SigningKey(
                signer.publicKey().keyId(),
                role,
                Bytes.of(signer.publicKey().raw()),
                Optional.of(new Secret(Base64.getEncoder().encodeToString(signer.pkcs8()))),
                SigningKey.State.ACTIVE);
    }

    static Map<String, List<SigningPublicKey>> byRole(Function<String, List<SigningPublicKey>> keys) {
        var roles = new LinkedHashMap<String, List<SigningPublicKey>>();
        ROLES.forEach(role -> roles.put(role, keys.apply(role)));
        return roles;
    }

    static <T> T required(Map<String, T> byRole, String role) {
        return Optional.ofNullable(byRole.get(role))
                .orElseThrow(() -> new Refusal(
                        "keys.unknown-role", "The roles are " + String.join(", ", ROLES) + ", not " + role + "."));
    }

    /** The newest roots, as many as one list may hold. */
    List<Envelope> shown() {
        return roots.subList(Math.max(0, roots.size() - RootChain.ROOTS_MAX), roots.size());
    }

    /** The role's keys by the newest root, oldest first; one that was imported without a row comes first. */
    List<SigningPublicKey> of(String role) {
        List<String> order = keys.stream().map(SigningKey::keyId).toList();
        return required(root.roles(), role).keyIds().stream()
                .sorted(Comparator.<String>comparingInt(order::indexOf).thenComparing(id -> id))
                .map(id -> required(root.keys(), id))
                .toList();
    }

    SigningPublicKey newest(String role) {
        return of(role).getLast();
    }

    /** Whether a private key of the role is on this server. */
    boolean isHere(String role) {
        return !signers(role).isEmpty();
    }

    /** Signs for the role with its newest key; refuses {@code keys.off-server}. */
    Signer signer(String role) {
        List<Signer> here = signers(role);
        if (here.isEmpty()) {
            throw new Refusal("keys.off-server", whatToDo(role));
        }
        return here.getLast();
    }

    /** All keys of the role whose private half is here, oldest first. */
    List<Signer> signers(String role) {
        return of(role).stream().map(this::signerOf).flatMap(Optional::stream).toList();
    }

    Optional<Signer> signerOf(SigningPublicKey key) {
        return Optional.ofNullable(here.get(key.keyId()));
    }

    private static String whatToDo(String role) {
        return switch (role) {
            case RootDocument.RELEASE ->
                "The release key is not on this server: make a draft, sign it where the key is, import the signature.";
            case RootDocument.ROOT ->
                "The root key is not on this server: export the proposed root, sign it where the key is, import it.";
            default ->
                "The " + role + " key is not on this server, and without it devices get nothing new: make a new"
                        + " one, which the root must sign.";
        };
    }
}
