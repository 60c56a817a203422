package dev.slipway.base.fleet.devices;

/**
 * One condition on what a device says of itself.
 *
 * @param field such as {@code platform}, {@code architecture}, {@code os}, {@code maker}, {@code model}, {@code
 * identifier.mac}
 * @param operator how the field is compared; never with regard to upper and lower case
 * @param value what it is compared with; for {@code MATCHES} a pattern with {@code *} and {@code ?} only
 */
public record RecognitionRule(String field, Operator operator, String value) {
    /** How a field is compared. */
    public enum Operator {
        IS,
        STARTS_WITH,
        MATCHES,
        PRESENT
    }
}
