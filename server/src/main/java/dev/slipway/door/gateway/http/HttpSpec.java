package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.wire.data.DataFile;
import dev.slipway.core.message.Supplier;
import dev.slipway.core.message.Supplier.Field;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a supplier is called, as its data file says it.
 *
 * <p>Texts have variables: the fields of the gateway, and {@code to} (with its plus), {@code to.digits},
 * {@code text}, {@code text.hex} (UTF-16), {@code octets} and {@code header} of a message that is no text (each as
 * {@code .hex}, {@code .url} with percent signs; {@code header.xser} for EMI/UCP), {@code reference} (ours),
 * <code>receipts</code> (where it may tell what became of it), {@code token} (of the log-on).
 *
 * <p>What is looked for in an answer is a JSON pointer (RFC 6901), or a
 * regular expression with one group; the first of several that finds something counts.
 *
 * @param binary the same for a message that is no text, where a supplier takes such
 * @param login before the first message, and again when it ran out; where a supplier wants one
 */
record HttpSpec(
        Title supplier,
        Call send,
        Optional<Call> binary,
        Answer answer,
        Optional<Login> login,
        Optional<Told> receipt) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static HttpSpec read(String name) {
        return MAPPER.readValue(DataFile.bytes(HttpSpec.class, name + ".json"), HttpSpec.class);
    }

    /**
     * What it is.
     *
     * @param knowsRepeats true when it sends a message once, however often it is given it with the same reference
     */
    record Title(String name, String about, List<FieldSpec> fields, boolean knowsRepeats, Supplier.Carries carries) {}

    /** A field of its gateways; needed when it is not said to be otherwise. */
    record FieldSpec(
            String name, String about, Optional<Boolean> secret, Optional<Boolean> needed, Optional<String> fallback) {
        Field field() {
            return new Field(
                    name, fallback.isEmpty() && needed.orElse(true), secret.orElse(false), fallback.orElse(""), about);
        }
    }

    /**
     * A request.
     *
     * @param url a variable at its beginning stands as it is, others are encoded
     * @param headers one that begins with {@code basic} and a space is written as credentials (RFC 7617)
     * @param mediaType decides how variables in the body are encoded; members without a value are left out
     * @param body goes behind a question mark when the method is GET
     * @param byAlphabet variables of two values: for GSM 7 and for UCS-2
     */
    record Call(
            String method,
            String url,
            Map<String, String> headers,
            String mediaType,
            String body,
            Map<String, List<String>> byAlphabet) {}

    /**
     * What an answer means.
     *
     * @param code where its code is; {@code http-503} and the like are codes as well
     * @param codes which codes mean what; those of nobody are refused, or by the status of HTTP
     */
    record Answer(List<String> code, List<String> reference, List<String> reason, Map<Meaning, List<String>> codes) {}

    /** What a code means; see {@link dev.slipway.core.message.Outcome}. */
    enum Meaning {
        TAKEN,
        REFUSED,
        NOT_SENT,
        BROKEN,
        UNKNOWN
    }

    /**
     * A log-on that gives a token.
     *
     * @param expires where its life in seconds is
     * @param lifeSeconds its life when the answer does not say
     * @param again codes of a message's answer after which it is asked anew, once
     */
    record Login(Call call, List<String> token, List<String> expires, int lifeSeconds, List<String> again) {}

    /**
     * What a receipt says, by the names of its parameters; members of a JSON body by their path, such as {@code a/b}.
     *
     * @param message where our reference is
     * @param states which words mean what
     * @param signed by what one is known to be the supplier's, where a supplier signs
     */
    record Told(
            List<String> message,
            List<String> reference,
            List<String> state,
            List<String> reason,
            Map<String, List<String>> states,
            Optional<Signed> signed) {
        Optional<Message.State> state(String word) {
            return states.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(word))
                    .map(entry -> Message.State.valueOf(entry.getKey().toUpperCase(Locale.ROOT)))
                    .findFirst();
        }
    }

    /**
     * How receipts are signed.
     *
     * @param secret field of the gateway; without it no signature is looked at
     * @param method field of the gateway, see {@link Signature.Method}
     * @param place parameter of the receipt
     */
    record Signed(String secret, String method, String place) {}
}
