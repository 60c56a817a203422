package dev.slipway.app.maintenance;

import dev.slipway.admin.cli.Maintenance.Finding;
import dev.slipway.admin.cli.Maintenance.Installation;
import java.util.List;

record Doctor(Workplace.Means means) {
    List<Finding> examine(Installation installation) {
        return List.of();
    }
}
