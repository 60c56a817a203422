package dev.slipway.admin.act;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.Role;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What each role may see and change. */
final class Rights {
    private static final Set<Area> OF_CSR = EnumSet.of(Area.PEOPLE, Area.DEVICES, Area.ACTIVATIONS, Area.MESSAGES);
    private static final Set<Area> OF_AUTOMATION = EnumSet.of(Area.SOFTWARE, Area.PROFILES, Area.ASSIGNMENTS);
    private static final Set<Area> FOR_FEW = EnumSet.of(Area.JOURNAL, Area.SERVER, Area.INSTALLATION);

    private Rights() {}

    /**
     * Refuses {@code role.not-allowed} unless the role may change what lies in the area. An administrator whom groups
     * bound makes no other administrators: they would be without bounds.
     */
    static void change(Caller caller, Area area) {
        if (area == Area.INSTALLATION && !caller.operator()) {
            throw new Refusal(
                    "role.not-allowed",
                    "Tenants and keys belong to the whole installation: ask an administrator of its first tenant.");
        }
        boolean may =
                switch (caller.role()) {
                    case ADMINISTRATOR -> area != Area.SERVER || caller.groups().isEmpty();
                    case CSR -> OF_CSR.contains(area);
                    case AUTOMATION -> OF_AUTOMATION.contains(area);
                    case AUDITOR -> false;
                };
        check(may, caller, "change", area);
    }

    /** Refuses {@code role.not-allowed} unless the role may see what lies in the area. */
    static void see(Caller caller, Area area) {
        boolean may = caller.role() == Role.ADMINISTRATOR || caller.role() == Role.AUDITOR || !FOR_FEW.contains(area);
        check(may, caller, "see", area);
    }

    private static void check(boolean may, Caller caller, String act, Area area) {
        if (!may) {
            throw new Refusal(
                    "role.not-allowed",
                    "The role %s may not %s %s; ask an administrator."
                            .formatted(caller.role().name().toLowerCase(Locale.ROOT), act, words(area)));
        }
    }

    private static String words(Area area) {
        return switch (area) {
            case LAYOUT -> "groups, device types, security models and hosts";
            case SERVER -> "the tenant, administrators, tokens and the server";
            case INSTALLATION -> "tenants and keys";
            case GATEWAYS -> "message gateways and templates";
            case PEOPLE, DEVICES, ACTIVATIONS, SOFTWARE, PROFILES, ASSIGNMENTS, MESSAGES, JOURNAL ->
                area.name().toLowerCase(Locale.ROOT);
        };
    }
}
