package dev.slipway.door.phone;

import dev.slipway.core.enroll.Claim;

/** What a phone claims, in words for an administrator. */
final class Said {
    private Said() {}

    /** Such as {@code snom 710 from 192.0.2.7}. */
    static String of(Claim claim) {
        String phone = (field(claim, "maker") + " " + field(claim, "model")).strip();
        return (phone.isEmpty() ? "a program without name" : phone) + " from "
                + claim.source().address();
    }

    private static String field(Claim claim, String name) {
        return claim.fields().getOrDefault(name, "");
    }
}
