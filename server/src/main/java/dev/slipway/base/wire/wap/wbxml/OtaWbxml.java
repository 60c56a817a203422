package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.wap.ota.OtaSettings;

/** Nokia's and Ericsson's settings as bytes; they have no string table, and no reader of ours. */
public final class OtaWbxml {
    /** WBXML 1.1, no known public identifier, UTF-8 (OTA Settings Specification 7.0, section 6). */
    private static final byte[] HEAD = {0x01, 0x01, 0x6A};

    /** Numbered as the tags of provisioning documents are. */
    private static final int LIST = Token.DOCUMENT | Token.WITH_CONTENT;

    private OtaWbxml() {}

    /** The settings. Types that have no token are an {@link IllegalArgumentException}. */
    public static byte[] encode(OtaSettings settings) {
        var writer = new CompatibleWriter(Vocabulary.OTA);
        writer.octet(LIST);
        settings.sections().forEach(section -> write(section, writer));
        writer.octet(Token.END);
        var bytes = new Octets();
        bytes.put(HEAD);
        writer.write(StringTable.EMPTY, bytes);
        return bytes.toArray();
    }

    private static void write(OtaSettings.Section section, CompatibleWriter writer) {
        boolean empty = section.parms().isEmpty();
        writer.octet(Token.CHARACTERISTIC | Token.WITH_ATTRIBUTES | (empty ? 0 : Token.WITH_CONTENT));
        writer.attribute("TYPE", section.type());
        section.value().ifPresent(value -> writer.attribute("VALUE", value));
        writer.octet(Token.END);
        section.parms().forEach(parm -> write(parm, writer));
        if (!empty) {
            writer.octet(Token.END);
        }
    }

    private static void write(Parm parm, CompatibleWriter writer) {
        writer.octet(Token.PARM | Token.WITH_ATTRIBUTES);
        writer.attribute("NAME", parm.name());
        parm.value().ifPresent(value -> writer.attribute("VALUE", value));
        writer.octet(Token.END);
    }
}
