package dev.slipway.bootloader.protocol.archive;

/** An archive that is not unpacked: a stable code, what was found and what to do. */
public final class ArchiveRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** A path that leaves the directory, or cannot be a path everywhere, or comes twice. */
        PATH("archive.path", "Pack relative paths without '..', each once."),
        /** Anything that is neither file nor directory. */
        LINK("archive.link", "Pack files instead of links and devices."),
        /** More than the limits allow. */
        BOMB("archive.bomb", "Pack fewer or smaller files."),
        /** Less than the archive itself announces. */
        TRUNCATED("archive.truncated", "Transfer the archive again."),
        /** Neither .tar.gz nor .zip, or broken. */
        FORMAT("archive.format", "Pack as .tar.gz or .zip.");

        private final String code;
        private final String remedy;

        Reason(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        /** The stable code. */
        public String code() {
            return code;
        }
    }

    ArchiveRefused(Reason reason, String found) {
        super(reason.code + ": " + found + ". " + reason.remedy);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The stable code of the reason. */
    public String code() {
        return reason.code;
    }
}
