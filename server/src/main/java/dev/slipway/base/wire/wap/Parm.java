package dev.slipway.base.wire.wap;

import dev.slipway.base.wire.xml.XmlText;
import java.util.Optional;

/**
 * A named value.
 *
 * @param value empty for a flag such as {@code INTERNET}, which means something by being there
 */
public record Parm(String name, Optional<String> value) implements Item {
    public Parm {
        if (name.isEmpty() || !XmlText.isWritable(name) || !XmlText.isWritable(value.orElse(""))) {
            throw new IllegalArgumentException("a parm needs a name, and characters that XML has");
        }
    }

    /** A parm with a value. */
    public static Parm of(String name, String value) {
        return new Parm(name, Optional.of(value));
    }

    /** A parm that has none. */
    public static Parm flag(String name) {
        return new Parm(name, Optional.empty());
    }
}
