package dev.slipway.core.enroll.address;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.identity.DerivedToken;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.base.identity.TokenSubject;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the secret parts of addresses, and tells whether a text is one of them. */
public record AddressKey(TokenKey key) {
    /** Whose address it is. */
    public record Owner(Id<Tenant> tenant, Id<Device> device, int generation) {}

    /** What an address is for, and what its secret part is derived with. */
    public enum Purpose {
        /** The device's own, for good. */
        OWN("device-address"),
        /** For the first contact. */
        BOOTSTRAP("device-bootstrap");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }

        private TokenSubject subject(Owner owner) {
            return new TokenSubject(word, owner.tenant().value(), owner.device().value(), owner.generation());
        }
    }

    /** What a text looks like; empty for what was never derived. */
    public static Optional<DerivedToken> parse(String text) {
        return DerivedToken.parse(text).filter(read -> read.id() > 0);
    }

    /** The secret part; whoever has it is let in. */
    String text(Owner owner, Purpose purpose) {
        return DerivedToken.of(key, purpose.subject(owner)).text();
    }

    /** What it is for, if it is the owner's. */
    public Optional<Purpose> purpose(DerivedToken token, Owner owner) {
        return Stream.of(Purpose.values())
                .filter(one -> token.isOf(key, one.subject(owner)))
                .findFirst();
    }
}
