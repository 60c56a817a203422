package dev.slipway.bootloader.portal;

import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.Malformed;
import java.util.Optional;

/** Code and sentence of problem details (RFC 9457), if a body holds them. */
record ProblemText(String code, String sentence) {
    static Optional<ProblemText> of(byte[] body) {
        try {
            JsonAt root = JsonReader.document(body);
            return root.find("code")
                    .map(JsonAt::text)
                    .map(code -> new ProblemText(code, root.find("detail").or(() -> root.find("title"))
                            .map(JsonAt::text)
                            .orElse("The server answered " + code + ".")));
        } catch (Malformed e) {
            return Optional.empty();
        }
    }
}
