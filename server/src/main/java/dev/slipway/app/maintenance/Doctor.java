package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Finding;
import dev.slipway.base.fleet.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at everything a server needs, whether it runs or not, and changes nothing; each finding that is bad says what
 * to do. Where no server runs, the bundled PostgreSQL is started for the look.
 */
record Doctor(Workplace place) {
    List<Finding> examine() {
        List<Finding> findings = new ArrayList<>(new DirectoryCheck(place).findings());
        if (findings.stream().allMatch(Finding::good)) {
            findings.addAll(new DatabaseCheck(place).findings());
        }
        findings.addAll(new ServerCheck(place).findings());
        return List.copyOf(findings);
    }

    static Finding good(String subject, String detail) {
        return new Finding(subject, true, detail);
    }

    static Finding bad(String subject, String detail) {
        return new Finding(subject, false, detail);
    }

    static Finding refused(String subject, Refusal refusal) {
        return bad(subject, refusal.sentence() + " (" + refusal.code() + ")");
    }
}
