package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.importing.ImportPhones;
import dev.slipway.admin.act.importing.ImportSettings;
import dev.slipway.admin.act.importing.PhonePlan;
import dev.slipway.admin.act.importing.PhoneSheet;
import dev.slipway.admin.act.importing.RowFault;
import dev.slipway.admin.act.importing.SettingsFile;
import dev.slipway.admin.act.importing.UndoImport;
import dev.slipway.admin.act.importing.UndoPlan;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.core.settings.document.SettingsReader;
import dev.slipway.core.settings.document.SettingsReader.LeftOut;
import io.vertx.core.http.HttpMethod;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Files of other systems: what they would do is answered first, and then done. */
final class ImportRoutes {
    private static final String ROOT = RecordRoutes.ROOT + "imports";
    private static final String ONE = ROOT + "/{import}";

    private final List<SettingsReader> readers;

    private ImportRoutes(List<SettingsReader> readers) {
        this.readers = readers;
    }

    /**
     * A table of phones.
     *
     * @param name of the file, for the journal
     * @param text of separated fields, the first row naming the columns; or else {@code rows}, texts by column
     * @param mapping our word for a column to its title in the file
     * @param dryRun true to be told only
     * @param mode row by row when left out
     */
    record PhonesForm(
            Optional<String> name,
            Optional<String> text,
            Optional<List<Map<String, String>>> rows,
            Optional<Map<String, String>> mapping,
            Optional<Boolean> dryRun,
            Optional<Mode> mode) {
        PhoneSheet sheet() {
            if (text.isPresent() == rows.isPresent()) {
                throw new Refusal("import.source", "Give either text or rows.");
            }
            Map<String, String> titles = mapping.orElse(Map.of());
            return text.map(given -> PhoneSheet.read(given, titles))
                    .orElseGet(() -> PhoneSheet.of(rows.orElse(List.of()), titles));
        }
    }

    /** What happens to good rows when there are bad ones. */
    enum Mode {
        ROW_WISE,
        ALL_OR_NOTHING
    }

    /** How it went. */
    enum Outcome {
        /** Only told, as asked. */
        CHECKED,
        DONE,
        /** All but the rejected rows. */
        PARTLY,
        /** Nothing was done. */
        REJECTED
    }

    /**
     * What was or would be done.
     *
     * @param id by which it can be taken back; left out when nothing was changed
     * @param ignored titles of columns that mean nothing here
     * @param rejectedRows the file of rejected rows, with a column for the reason; empty when there are none
     */
    record PhonesReport(
            Optional<String> id,
            Outcome outcome,
            PhonePlan.Counts counts,
            List<String> ignored,
            List<RowFault> faults,
            String rejectedRows) {}

    /** An import. */
    record ImportView(String id, String name, Instant at, int deviceCount, Optional<Instant> undone) {
        static ImportView of(Import made) {
            return new ImportView(made.id().toString(), made.name(), made.at(), made.deviceCount(), made.undone());
        }
    }

    /**
     * What was taken back.
     *
     * @param undone how many devices
     * @param kept devices that stay as they are, and why
     */
    record UndoReport(String id, int undone, List<UndoPlan.Kept> kept) {
        static UndoReport of(UndoPlan plan) {
            return new UndoReport(plan.of().id().toString(), plan.back().size(), plan.kept());
        }
    }

    /**
     * What a settings file came to.
     *
     * @param settings keys and who may change them; values are seen in the profile, where secrets are stars
     */
    record SettingsReport(
            String profile, String format, Outcome outcome, List<TakenSetting> settings, List<LeftOut> leftOut) {}

    /** A setting that was taken. */
    record TakenSetting(String key, Ownership ownership) {}

    static Stream<Route> all(Parts parts) {
        var routes = new ImportRoutes(parts.readers());
        return Stream.of(
                new Route(HttpMethod.POST, ROOT + "/settings", Route.Input.BYTES, routes::settings),
                Route.post(ROOT + "/phones", ImportRoutes::phones),
                Route.get(ROOT, ImportRoutes::list),
                new Route(HttpMethod.POST, ONE + "/undo", Route.Input.NOTHING, ImportRoutes::undo));
    }

    private static Reply phones(Call call) {
        PhonesForm form = call.form(PhonesForm.class);
        PhoneSheet sheet = form.sheet();
        String name = Shape.NAME.check(form.name().orElse("phones"));
        call.acts().allow(call.caller(), Area.DEVICES);
        PhonePlan plan = call.acts().see(call.caller(), Area.DEVICES, acting -> PhonePlan.of(sheet, acting));
        boolean whole = form.mode().filter(Mode.ALL_OR_NOTHING::equals).isPresent();
        if (form.dryRun().orElse(false)) {
            return Reply.ok(report(sheet, plan, Optional.empty(), Outcome.CHECKED));
        }
        if (!plan.faults().isEmpty() && (whole || plan.phones().isEmpty())) {
            return Reply.ok(report(sheet, plan, Optional.empty(), Outcome.REJECTED));
        }
        Outcome outcome = plan.faults().isEmpty() ? Outcome.DONE : Outcome.PARTLY;
        if (!plan.changesAnything()) {
            return Reply.ok(report(sheet, plan, Optional.empty(), outcome));
        }
        var act = new ImportPhones(Id.next(call.acts().means().random()), name, sheet, plan);
        return call.run(
                act,
                (acting, made) ->
                        Reply.ok(report(sheet, plan, Optional.of(made.id().toString()), outcome)));
    }

    private static JsonNode report(PhoneSheet sheet, PhonePlan plan, Optional<String> id, Outcome outcome) {
        return Json.tree(new PhonesReport(
                id, outcome, plan.counts(), sheet.ignored(), plan.faults(), sheet.rejected(plan.faults())));
    }

    /** With {@code ?profile=NAME}, {@code &name=FILE} for the journal, and {@code &dry_run=true} to be told only. */
    private Reply settings(Call call) {
        String profile = Shape.NAME.check(call.needed("profile"));
        String source = Shape.TEXT.check(call.query("name").orElse(""));
        call.acts().allow(call.caller(), Area.PROFILES);
        SettingsFile file =
                SettingsFile.of(call.body(), readers, call.acts().means().settings());
        boolean dry = call.query("dry_run").filter("true"::equals).isPresent();
        return dry
                ? Reply.ok(report(profile, file, Outcome.CHECKED))
                : call.run(
                        new ImportSettings(profile, source, file),
                        (acting, made) -> Reply.ok(report(
                                profile, file, file.read().leftOut().isEmpty() ? Outcome.DONE : Outcome.PARTLY)));
    }

    private static JsonNode report(String profile, SettingsFile file, Outcome outcome) {
        return Json.tree(new SettingsReport(
                profile,
                file.format(),
                outcome,
                file.read().settings().stream()
                        .map(setting -> new TakenSetting(setting.key(), setting.ownership()))
                        .toList(),
                file.read().leftOut()));
    }

    private static Reply list(Call call) {
        Page page = call.page();
        return call.see(
                Area.DEVICES,
                acting -> Listed.of(
                        acting.stores().imports().newest(Page.SIZE_MAX).stream()
                                .map(made -> (ObjectNode) Json.tree(ImportView.of(made)))
                                .toList(),
                        page));
    }

    private static Reply undo(Call call) {
        call.acts().allow(call.caller(), Area.DEVICES);
        UndoPlan plan =
                call.acts().see(call.caller(), Area.DEVICES, acting -> UndoPlan.of(call.path("import"), acting));
        return plan.back().isEmpty()
                ? Reply.ok(Json.tree(UndoReport.of(plan)))
                : call.run(new UndoImport(plan), (acting, undone) -> Reply.ok(Json.tree(UndoReport.of(undone))));
    }
}
