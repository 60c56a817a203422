package dev.slipway.base.wire.wap;

import dev.slipway.base.wire.xml.XmlText;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What belongs together, such as an access point.
 *
 * @param content in order: phones keep the first of what is there twice
 */
public record Characteristic(String type, List<Item> content) implements Item {
    public Characteristic {
        content = List.copyOf(content);
        if (type.isEmpty() || !XmlText.isWritable(type)) {
            throw new IllegalArgumentException("a characteristic needs a type of characters that XML has");
        }
    }

    /** Its parms. */
    public Stream<Parm> parms() {
        return content.stream().filter(Parm.class::isInstance).map(Parm.class::cast);
    }

    /** The characteristics in it. */
    public Stream<Characteristic> characteristics() {
        return content.stream().filter(Characteristic.class::isInstance).map(Characteristic.class::cast);
    }

    /** All values of that name. */
    public Stream<String> values(String name) {
        return parms().filter(parm -> parm.name().equals(name)).flatMap(parm -> parm.value().stream());
    }

    /** The first value of that name. */
    public Optional<String> value(String name) {
        return values(name).findFirst();
    }
}
