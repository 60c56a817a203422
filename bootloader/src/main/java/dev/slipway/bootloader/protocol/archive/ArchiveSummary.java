package dev.slipway.bootloader.protocol.archive;

import java.util.List;

/**
 * What an archive holds.
 *
 * @param files in the order of the archive
 * @param unpackedBytes of all of them
 */
public record ArchiveSummary(List<PackedFile> files, long unpackedBytes) {

    /**
     * One file.
     *
     * @param path relative, with {@code /}
     * @param length bytes
     * @param executable whether the archive says so for its owner
     */
    public record PackedFile(String path, long length, boolean executable) {}

    public ArchiveSummary {
        files = List.copyOf(files);
    }
}
