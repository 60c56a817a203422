package dev.slipway.base.wire.wap;

import java.util.List;

/**
 * A document that was read from a text, with where its items stood.
 *
 * @param lines of each item, in the order of the document: a characteristic before what it holds
 */
public record Located(ProvisioningDocument document, List<Integer> lines) {
    public Located {
        lines = List.copyOf(lines);
    }
}
