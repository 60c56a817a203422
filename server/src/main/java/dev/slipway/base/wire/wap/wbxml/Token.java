package dev.slipway.base.wire.wap.wbxml;

/** Tokens that mean the same in every document (WAP-192, section 7.1), and the tags of provisioning documents. */
final class Token {
    static final int SWITCH_PAGE = 0x00;
    static final int END = 0x01;
    static final int ENTITY = 0x02;
    static final int STR_I = 0x03;
    static final int STR_T = 0x83;

    /** A tag that has attributes, and one that has content (WAP-192, section 5.8.2). */
    static final int WITH_ATTRIBUTES = 0x80;

    static final int WITH_CONTENT = 0x40;

    static final int DOCUMENT = 0x05;
    static final int CHARACTERISTIC = 0x06;
    static final int PARM = 0x07;

    private Token() {}
}
