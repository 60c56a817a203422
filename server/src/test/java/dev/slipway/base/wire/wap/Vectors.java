package dev.slipway.base.wire.wap;

import dev.slipway.base.wire.data.DataFile;
import dev.slipway.base.wire.xml.XmlMalformed;
import java.util.HexFormat;
import java.util.List;

/** Documents of operators, of the specification and of our own, as text and as the bytes that others made of them. */
public final class Vectors {
    /** Those with bytes of somebody else. */
    public static final List<String> WITH_BYTES = List.of("appendix-c", "dna_1", "dna_2", "minimal-gprs", "moi_1");

    /** All. */
    public static final List<String> ALL = List.of(
            "appendix-c", "dna_1", "dna_2", "example-mobile", "mail", "minimal-gprs", "moi_1", "operator-full", "wlan");

    private Vectors() {}

    public static String xml(String name) {
        return DataFile.text(Vectors.class, name + ".xml");
    }

    public static ProvisioningDocument document(String name) {
        try {
            return ProvisioningXml.read(xml(name)).document();
        } catch (XmlMalformed broken) {
            throw new AssertionError(name, broken);
        }
    }

    public static byte[] bytes(String name) {
        return hex(name + ".wbxml");
    }

    /** The lines of a file. */
    public static List<String> lines(String file) {
        return DataFile.text(Vectors.class, file).lines().toList();
    }

    public static byte[] hex(String file) {
        return HexFormat.of()
                .parseHex(DataFile.text(Vectors.class, file + ".hex").replaceAll("\\s", ""));
    }
}
