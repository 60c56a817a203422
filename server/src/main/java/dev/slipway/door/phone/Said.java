package dev.slipway.door.phone;

import dev.slipway.core.enroll.Claim;
import java.util.List;

/** What a phone claims, in words for an administrator. */
final class Said {
    private Said() {}

    /** Such as {@code snom 710 from 192.0.2.7}; other makers whose form fits too are named, the first was taken. */
    static String of(Claim claim) {
        String phone = (field(claim, "maker") + " " + field(claim, "model")).strip();
        String certificate = field(claim, "certificate_words");
        return (phone.isEmpty() ? "a program without name" : phone) + tie(claim) + " from "
                + claim.source().address() + (certificate.isEmpty() ? "" : " with " + certificate);
    }

    private static String tie(Claim claim) {
        List<String> makers = List.of(field(claim, "makers").split(", "));
        return makers.size() < 2
                ? ""
                : " (its user agent also fits " + String.join(", ", makers.subList(1, makers.size())) + ")";
    }

    private static String field(Claim claim, String name) {
        return claim.fields().getOrDefault(name, "");
    }
}
