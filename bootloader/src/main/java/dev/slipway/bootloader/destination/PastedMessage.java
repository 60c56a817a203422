package dev.slipway.bootloader.destination;

import dev.slipway.bootloader.outcome.Refusal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of a message (DESIGN.md section 8.1, seed 1): {@code ADDRESS Key: K Alias: it@example.com cdzprov} or
 * {@code ADDRESS Key: K Host: h Port: n cdzprov}. Line breaks, words around it and a missing key are tolerated: people
 * forward, shorten and retype such texts.
 */
final class PastedMessage {
    /** Ten parts of an SMS hold 1,530 characters; ten times that is no message any more. */
    static final int CHARACTERS_MAX = 16_000;

    private static final String MARK = "cdzprov";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]+", Pattern.CASE_INSENSITIVE);

    private PastedMessage() {}

    /** Whether {@code text} means to be such a message: it holds the mark or a labelled alias or host. */
    public static boolean looksLike(String text) {
        return text.contains(MARK)
                || label(text, "Alias").isPresent()
                || label(text, "Host").isPresent();
    }

    /** What the message says. */
    public static Destination read(String text) {
        if (text.length() > CHARACTERS_MAX) {
            throw Refusal.check(
                    "message.too-long",
                    "The message is longer than " + CHARACTERS_MAX + " characters; paste only the message itself.");
        }
        Optional<Place> place = Destination.place(label(text, "Alias"), label(text, "Host"), label(text, "Port"));
        if (place.isEmpty()) {
            throw Refusal.check(
                    "message.not-understood",
                    "The message names no server; it should read: ADDRESS Key: K Alias: NAME@DOMAIN cdzprov");
        }
        return new Destination(place, label(text, "Key"), Optional.empty(), Optional.empty(), address(text));
    }

    private static Optional<String> address(String text) {
        Matcher matcher = ADDRESS.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    private static Optional<String> label(String text, String name) {
        Matcher matcher = Pattern.compile("(?<![\\w])" + name + "\\s*:\\s*(\\S+)", Pattern.CASE_INSENSITIVE)
                .matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)).filter(value -> !value.equals(MARK)) : Optional.empty();
    }
}
