package dev.slipway.base.wire.wap.wbxml;

/** How a document becomes bytes; a phone reads all of them alike, if it was made well. */
public enum Mode {
    /** As libwbxml and Kannel write: texts whole, values behind the token of page 0. */
    COMPATIBLE,

    /** As few bytes as we find; needs a reader that knows the value token of page 1 and texts in parts. */
    COMPACT
}
