package dev.slipway.bootloader.protocol.trust;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import java.util.Optional;

/** A client of an older product, removed after the release that replaces it was verified. */
public sealed interface EarlierSoftware {

    /**
     * A directory, removed with all that is in it.
     *
     * @param path on the device; never a root
     * @param uninstallScript file in that directory, run first
     */
    record InDirectory(String path, Optional<String> uninstallScript) implements EarlierSoftware {
        public InDirectory {
            Names.directory(path);
            uninstallScript.ifPresent(Names::script);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.EMPTY
                    .with("directory", path)
                    .withOptional("uninstall_script", uninstallScript.map(Json::of));
        }
    }

    /** A Debian package. */
    record DebPackage(String name) implements EarlierSoftware {
        public DebPackage {
            Names.deb(name);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.EMPTY.with("deb_package", name);
        }
    }

    /** The software as a document holds it. */
    JsonObject toJson();

    /** The software in a document. */
    static EarlierSoftware from(JsonAt at) {
        Optional<JsonAt> deb = at.find("deb_package");
        return at.read(
                "earlier software",
                () -> deb.isPresent()
                        ? new DebPackage(deb.get().text())
                        : new InDirectory(
                                at.get("directory").text(),
                                at.find("uninstall_script").map(JsonAt::text)));
    }
}
