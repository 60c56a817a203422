package dev.slipway.base.wire.wap;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Documents at random, of names that have tokens and of some that have none. */
public final class Documents {
    private static final List<String> TYPES = List.of(
            "PXLOGICAL",
            "PXPHYSICAL",
            "PORT",
            "NAPDEF",
            "NAPAUTHINFO",
            "APPLICATION",
            "APPADDR",
            "ACCESS",
            "WLAN",
            "RESOURCE",
            "CLIENTIDENTITY",
            "PORTAL",
            "x");
    private static final List<String> NAMES = List.of(
            "NAME",
            "NAPID",
            "TO-NAPID",
            "ADDR",
            "ADDRTYPE",
            "AAUTHTYPE",
            "APPID",
            "URI",
            "PXADDR",
            "INTERNET",
            "STARTPAGE",
            "SERVICE",
            "MAX-BANDWIDTH",
            "NAME2",
            "RULE",
            "y");
    private static final List<String> WORDS = List.of(
            "HTTP-BASIC",
            "HTTP-DIGEST",
            "BASIC",
            ",",
            "IPV4",
            "APN",
            "SHANGHAI",
            "www.example.org",
            "example.org",
            "http://",
            " ",
            "internet",
            "é",
            "日本",
            "😀",
            "1234",
            "GSM-GPRS",
            "Northern ",
            "MMS",
            "&<>\"'");

    private Documents() {}

    public static Arbitrary<ProvisioningDocument> any() {
        Arbitrary<Optional<String>> version =
                Arbitraries.of("1.0", "1.1", "1.01", "").optional();
        return Combinators.combine(version, characteristic(3).list().ofMaxSize(5))
                .as(ProvisioningDocument::new);
    }

    private static Arbitrary<Characteristic> characteristic(int depth) {
        Arbitrary<Item> parm = parm().map(item -> item);
        Arbitrary<Item> item = depth == 0
                ? parm
                : Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(4, parm),
                        net.jqwik.api.Tuple.of(1, Arbitraries.lazy(() -> characteristic(depth - 1)
                                .map(inner -> inner))));
        return Combinators.combine(Arbitraries.of(TYPES), item.list().ofMaxSize(6))
                .as(Characteristic::new);
    }

    private static Arbitrary<Parm> parm() {
        Arbitrary<String> value = Arbitraries.of(WORDS).list().ofMaxSize(4).map(words -> String.join("", words));
        return Combinators.combine(Arbitraries.of(NAMES), value.optional(0.9)).as(Parm::new);
    }
}
