package dev.slipway.base.wire.wap.wbxml;

import dev.slipway.base.wire.wap.Characteristic;
import dev.slipway.base.wire.wap.Item;
import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.wap.ProvisioningDocument;

/** Takes a document in the order of its bytes. */
interface Sink {
    /** A byte that stands for itself: a tag, or the end of its attributes or content. */
    void octet(int octet);

    /** An attribute of the tag before. */
    void attribute(String name, String value);

    /** The whole of a document. */
    static void feed(ProvisioningDocument document, Sink sink) {
        boolean empty = document.characteristics().isEmpty();
        int content = empty ? 0 : Token.WITH_CONTENT;
        sink.octet(Token.DOCUMENT | content | (document.version().isPresent() ? Token.WITH_ATTRIBUTES : 0));
        document.version().ifPresent(version -> {
            sink.attribute("version", version);
            sink.octet(Token.END);
        });
        document.characteristics().forEach(characteristic -> feed(characteristic, sink));
        if (!empty) {
            sink.octet(Token.END);
        }
    }

    private static void feed(Characteristic characteristic, Sink sink) {
        boolean empty = characteristic.content().isEmpty();
        sink.octet(Token.CHARACTERISTIC | Token.WITH_ATTRIBUTES | (empty ? 0 : Token.WITH_CONTENT));
        sink.attribute("type", characteristic.type());
        sink.octet(Token.END);
        for (Item item : characteristic.content()) {
            switch (item) {
                case Parm parm -> feed(parm, sink);
                case Characteristic inner -> feed(inner, sink);
            }
        }
        if (!empty) {
            sink.octet(Token.END);
        }
    }

    private static void feed(Parm parm, Sink sink) {
        sink.octet(Token.PARM | Token.WITH_ATTRIBUTES);
        sink.attribute("name", parm.name());
        parm.value().ifPresent(value -> sink.attribute("value", value));
        sink.octet(Token.END);
    }
}
