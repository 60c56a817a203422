package dev.slipway.admin.cli;

import java.util.List;
import java.util.Optional;

/** The kinds of record on the command line, each with its options. */
final class Nouns {
    static final Noun USER = new Noun(
            "user",
            "users",
            Optional.of("login"),
            List.of("login", "person.name", "person.email", "person.phone", "groups", "state"),
            List.of(
                    text("--name", "person.name", "Full name."),
                    text("--email", "person.email", "E-mail address."),
                    text("--phone", "person.phone", "Phone number such as +41441234567."),
                    text("--locale", "person.locale", "Language tag such as de-CH."),
                    new Field("--state", "state", Field.Type.WORD, "active or disabled."),
                    new Field("--group", "groups", Field.Type.TEXTS, "Group to be in; replaces all. Several times."),
                    new Field(
                            "--password-stdin",
                            "password",
                            Field.Type.SECRET,
                            "Password: first line of standard input.")),
            "People with devices.");

    static final Noun GROUP = new Noun(
            "group",
            "groups",
            Optional.of("name"),
            List.of("name", "parent", "id"),
            List.of(text("--parent", "parent", "Group that it stands below.")),
            "Sets of users and devices, as a tree.");

    static final Noun ASSIGNMENT = new Noun(
            "assignment",
            "assignments",
            Optional.empty(),
            List.of("id", "application", "release", "profile", "to", "rank", "is_final", "assigned"),
            List.of(
                    text("--application", "application", "Application to give."),
                    text("--release", "release", "Version to stay at; else the newest."),
                    text("--profile", "profile", "Profile or policy to give, instead of an application."),
                    new Field("--rank", "rank", Field.Type.NUMBER, "Within a layer the higher wins."),
                    new Field("--final", "is_final", Field.Type.FLAG, "No stronger layer may change it.")),
            "Who gets which applications and profiles.");

    static final Noun DEVICE = new Noun(
            "device",
            "devices",
            Optional.of("name"),
            List.of("id", "name", "type", "user", "state", "groups", "created"),
            List.of(
                    text("--type", "type", "Device type.").necessary(),
                    text("--user", "user", "Its user."),
                    new Field(
                            "--identifier",
                            "identifiers",
                            Field.Type.PAIRS,
                            "KIND=VALUE, replaces all. Several times."),
                    new Field("--group", "groups", Field.Type.TEXTS, "Group to be in; replaces all. Several times.")),
            "Phones, softphones and machines.");

    static final Noun DEVICE_TYPE = new Noun(
            "device-type",
            "device-types",
            Optional.of("name"),
            List.of("name", "family.maker", "family.family", "family.platform", "rank", "takes"),
            List.of(
                    text("--maker", "family.maker", "Maker."),
                    text("--family", "family.family", "Family of models."),
                    text("--platform", "family.platform", "Platform, as in /get/PLATFORM.")
                            .necessary(),
                    new Field("--rank", "rank", Field.Type.NUMBER, "Tried in this order, lower first."),
                    new Field(
                            "--rule",
                            "rules",
                            Field.Type.RULES,
                            "FIELD is|starts-with|matches|present VALUE. Several times."),
                    new Field(
                            "--takes", "takes", Field.Type.TEXTS, "Target it takes, preferred first. Several times.")),
            "What takes the same software, and how it is recognized.");

    static final Noun APPLICATION = new Noun(
            "application",
            "applications",
            Optional.of("name"),
            List.of("name", "title", "install_order", "later", "origin"),
            List.of(
                    text("--title", "title", "As people see it."),
                    new Field("--install-order", "install_order", Field.Type.NUMBER, "Lower is installed first."),
                    new Field("--later", "later", Field.Type.FLAG, "Installed when the user's session is over."),
                    new Field("--origin", "origin", Field.Type.WORD, "own, operator, manufacturer or provider.")),
            "Installable programs.");

    static final Noun ADMINISTRATOR = new Noun(
            "administrator",
            "administrators",
            Optional.of("login"),
            List.of("login", "role", "groups"),
            List.of(
                    new Field("--role", "role", Field.Type.WORD, "administrator, csr, auditor, automation.")
                            .necessary(),
                    new Field(
                            "--group", "groups", Field.Type.TEXTS, "Group it may act on; none for all. Several times."),
                    new Field(
                            "--password-stdin",
                            "password",
                            Field.Type.SECRET,
                            "Password: first line of standard input.")),
            "People and programs who run the house.");

    /** Those that need no more than the five verbs. */
    static final List<Noun> PLAIN = List.of(
            new Noun(
                    "account",
                    "accounts",
                    Optional.of("address"),
                    List.of("address", "kind", "user", "service.label", "service.state"),
                    List.of(
                            text("--user", "user", "Whose it is.").necessary(),
                            text("--kind", "kind", "sip when not said."),
                            text("--label", "service.label", "Shown on the device."),
                            text("--security-model", "service.security_model", "Name of a security model."),
                            new Field("--state", "service.state", Field.Type.WORD, "active or disabled."),
                            new Field(
                                    "--secret-stdin",
                                    "secret",
                                    Field.Type.SECRET,
                                    "Secret: first line of standard input.")),
                    "SIP and other service identities of users."),
            new Noun(
                    "subscription",
                    "subscriptions",
                    Optional.of("imsi"),
                    List.of("imsi", "iccid", "msisdn", "user", "device"),
                    List.of(
                            text("--iccid", "iccid", "Number of the card."),
                            text("--msisdn", "msisdn", "Phone number."),
                            text("--user", "user", "Whose it is."),
                            text("--device", "device", "Where it is.")),
                    "SIM-bound identities."),
            new Noun(
                    "security-model",
                    "security-models",
                    Optional.of("name"),
                    List.of("name", "description"),
                    List.of(text("--description", "description", "What it means.")),
                    "How traffic of accounts is protected."));

    static final Noun APPLICATION_HOST = new Noun(
            "application-host",
            "application-hosts",
            Optional.of("role"),
            List.of("role", "host", "port", "group", "id"),
            List.of(
                    text("--host", "host", "Name or IP address.").necessary(),
                    new Field("--port", "port", Field.Type.NUMBER, "443 when not said."),
                    text("--group", "group", "Only for this group.")),
            "Hosts by role, for settings such as ${host.sip}.");

    static final Noun DOWNLOAD_ADDRESS = new Noun(
            "download-address",
            "download-addresses",
            Optional.empty(),
            List.of("id", "application", "platform", "security_model", "url", "release"),
            List.of(
                    text("--application", "application", "Which application.").necessary(),
                    text("--platform", "platform", "For which platform.").necessary(),
                    text("--security-model", "security_model", "Only for this security model."),
                    text("--url", "url", "Where it lies."),
                    text("--release", "release", "Or the version of an own release.")),
            "Where platforms get applications.");

    private Nouns() {}

    private static Field text(String option, String path, String description) {
        return new Field(option, path, Field.Type.TEXT, description);
    }
}
