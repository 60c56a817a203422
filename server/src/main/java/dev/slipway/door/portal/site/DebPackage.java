package dev.slipway.door.portal.site;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.base.wire.data.DataFile;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Bootloader as a Debian package (deb(5), Debian Policy 4.6): an {@code ar} archive of its format's version, what
 * dpkg must know, and the files. It runs on the machine's Java 17 or newer and is one package for every architecture;
 * the stamped properties are a conffile, the service is installed and not enabled.
 *
 * @param version of the Bootloader, as Maven writes it
 * @param stamp for whom
 * @param files by their name in the zip for Linux
 */
record DebPackage(String version, Stamp stamp, Map<String, byte[]> files) {
    private static final String SHARE = "usr/share/slipway-bootloader/";
    private static final String DOC = "usr/share/doc/slipway-bootloader/";
    private static final String PROPERTIES = "etc/slipway-bootloader/bootloader.properties";
    private static final int KIB = 1 << 10;

    /** Where each file of the zip goes; the program stands in {@code /usr/bin} by a link. */
    private static final Map<String, String> PLACES = Map.of(
            "bootloader.jar",
            SHARE + "bootloader.jar",
            "bootloader.properties",
            PROPERTIES,
            "README.txt",
            DOC + "README.txt",
            "slipway-activation.xml",
            "usr/share/mime/packages/slipway-activation.xml",
            "slipway-bootloader.desktop",
            "usr/share/applications/slipway-bootloader.desktop",
            "slipway-bootloader.service",
            "usr/lib/systemd/system/slipway-bootloader.service");

    DebPackage {
        files = Map.copyOf(files);
    }

    /** The package; the same bytes for the same content. */
    byte[] toBytes() {
        SortedMap<String, byte[]> plain = plain();
        byte[] launcher = Objects.requireNonNull(files.get("bootloader"));
        var data = new TarBytes()
                .runnable(SHARE + "bootloader", launcher)
                .link("usr/bin/bootloader", "../share/slipway-bootloader/bootloader")
                .link(SHARE + "bootloader.properties", "/" + PROPERTIES);
        plain.forEach(data::file);
        var all = new TreeMap<>(plain);
        all.put(SHARE + "bootloader", launcher);
        var control = new TarBytes()
                .file("control", control(all).getBytes(UTF_8))
                .file("conffiles", ("/" + PROPERTIES + "\n").getBytes(UTF_8))
                .file("md5sums", sums(all).getBytes(UTF_8))
                .runnable("postinst", resource("postinst"))
                .runnable("prerm", resource("prerm"));
        return ar(Map.of(
                "debian-binary", "2.0\n".getBytes(US_ASCII),
                "control.tar.gz", control.gzip(),
                "data.tar.gz", data.gzip()));
    }

    private SortedMap<String, byte[]> plain() {
        var plain = new TreeMap<String, byte[]>();
        PLACES.forEach((name, place) -> plain.put(place, Objects.requireNonNull(files.get(name), name)));
        String copyright = new String(resource("copyright"), UTF_8).formatted(stamp.publicUrl(), stamp.alias());
        plain.put(DOC + "copyright", copyright.getBytes(UTF_8));
        return plain;
    }

    /** A version of work in progress sorts before the finished one: {@code ~} does that (deb-version(7)). */
    private String control(Map<String, byte[]> installed) {
        int bytes = installed.values().stream().mapToInt(file -> file.length).sum();
        return new String(resource("control"), UTF_8)
                .formatted(version.replace('-', '~'), stamp.alias(), (bytes + KIB - 1) / KIB, stamp.publicUrl());
    }

    /** MD5 because dpkg's file is made of that: it finds damage, not attacks. What is in etc may be changed. */
    private static String sums(Map<String, byte[]> installed) {
        var sums = new StringBuilder();
        installed.forEach((path, content) -> {
            if (!path.equals(PROPERTIES)) {
                sums.append(md5(content)).append("  ").append(path).append('\n');
            }
        });
        return sums.toString();
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    /** Members in the order that dpkg wants, each of even length. */
    private static byte[] ar(Map<String, byte[]> members) {
        var ar = new ByteArrayOutputStream();
        ar.writeBytes("!<arch>\n".getBytes(US_ASCII));
        for (String name : new String[] {"debian-binary", "control.tar.gz", "data.tar.gz"}) {
            byte[] member = Objects.requireNonNull(members.get(name));
            ar.writeBytes("%-16s%-12d%-6d%-6d%-8s%-10d`\n"
                    .formatted(name, 0, 0, 0, "100644", member.length)
                    .getBytes(US_ASCII));
            ar.writeBytes(member);
            if (member.length % 2 != 0) {
                ar.write('\n');
            }
        }
        return ar.toByteArray();
    }

    private static byte[] resource(String name) {
        return DataFile.bytes(DebPackage.class, "deb/" + name);
    }
}
