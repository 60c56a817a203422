package dev.slipway.admin.api;

import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.house.TenantActs;
import dev.slipway.admin.act.importing.ActivatePeople;
import dev.slipway.admin.act.importing.Column;
import dev.slipway.admin.act.importing.ImportPhones;
import dev.slipway.admin.act.importing.ImportSettings;
import dev.slipway.admin.act.importing.PersonColumn;
import dev.slipway.admin.act.importing.PhonePlan;
import dev.slipway.admin.act.importing.RowFault;
import dev.slipway.admin.act.importing.SettingsFile;
import dev.slipway.admin.act.importing.Sheet;
import dev.slipway.admin.act.importing.UndoImport;
import dev.slipway.admin.act.importing.UndoPlan;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Page;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
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
        Sheet<Column> sheet() {
            if (text.isPresent() == rows.isPresent()) {
                throw new Refusal("import.source", "Give either text or rows.");
            }
            Map<String, String> titles = mapping.orElse(Map.of());
            return text.map(given -> Sheet.read(given, Column.all(), titles))
                    .orElseGet(() -> Sheet.of(rows.orElse(List.of()), Column.all(), titles));
        }
    }

    /**
     * A table of people, each of whom gets an activation.
     *
     * @param name of the file, for the journal
     * @param text of separated fields, the first row naming the columns
     * @param mapping our word for a column to its title in the file
     * @param alike what all of them have in common
     * @param dryRun true to be told only
     * @param mode row by row when left out
     */
    record PeopleForm(
            Optional<String> name,
            String text,
            Optional<Map<String, String>> mapping,
            Optional<ActivatePeople.Alike> alike,
            Optional<Boolean> dryRun,
            Optional<Mode> mode) {
        private static final ActivatePeople.Alike NOTHING =
                new ActivatePeople.Alike(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        Sheet<PersonColumn> sheet() {
            return Sheet.read(text, PersonColumn.all(), mapping.orElse(Map.of()));
        }

        ActivatePeople act(Id<Import> id, Sheet<PersonColumn> sheet, Tenant tenant) {
            return new ActivatePeople(
                    id, Shape.NAME.check(name.orElse("people")), sheet, alike.orElse(NOTHING), tenant);
        }

        boolean undoes(ActivatePeople.Done done) {
            boolean whole = mode.filter(Mode.ALL_OR_NOTHING::equals).isPresent();
            return dryRun.orElse(false)
                    || done.issued() == 0
                    || (whole && !done.faults().isEmpty());
        }
    }

    /**
     * What was or would be issued.
     *
     * @param id by which it can be taken back; left out when nothing was kept
     * @param ignored titles of columns that mean nothing here
     * @param rejectedRows the file of rejected rows, with a column for the reason; empty when there are none
     */
    record PeopleReport(
            Optional<String> id,
            Outcome outcome,
            int issued,
            List<String> ignored,
            List<RowFault> faults,
            String rejectedRows) {}

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
    record ImportView(String id, String name, Instant at, int deviceCount, int personCount, Optional<Instant> undone) {
        static ImportView of(Import made) {
            return new ImportView(
                    made.id().toString(),
                    made.name(),
                    made.at(),
                    made.deviceCount(),
                    made.personCount(),
                    made.undone());
        }
    }

    /**
     * What was taken back.
     *
     * @param undone how many devices or activations
     * @param kept devices that stay as they are, or users, and why
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
                Route.post(ROOT + "/people", ImportRoutes::people),
                Route.get(ROOT, ImportRoutes::list),
                new Route(HttpMethod.POST, ONE + "/undo", Route.Input.NOTHING, ImportRoutes::undo));
    }

    private static Reply phones(Call call) {
        PhonesForm form = call.form(PhonesForm.class);
        Sheet<Column> sheet = form.sheet();
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

    /** Everything is done, and undone by an end of the transaction when it was not meant or not wanted so. */
    private static Reply people(Call call) {
        PeopleForm form = call.form(PeopleForm.class);
        Sheet<PersonColumn> sheet = form.sheet();
        Id<Import> id = Id.next(call.acts().means().random());
        Tenant tenant = new TenantActs(call.acts()).own(call.caller());
        try {
            return call.run(form.act(id, sheet, tenant), (acting, done) -> {
                if (form.undoes(done)) {
                    throw new NotKept(done);
                }
                Outcome outcome = done.faults().isEmpty() ? Outcome.DONE : Outcome.PARTLY;
                return Reply.ok(report(sheet, Optional.of(id.toString()), outcome, done));
            });
        } catch (NotKept notKept) {
            Outcome outcome = form.dryRun().orElse(false) ? Outcome.CHECKED : Outcome.REJECTED;
            return Reply.ok(report(sheet, Optional.empty(), outcome, notKept.done));
        }
    }

    /** Ends a transaction of which nothing shall stay but the report. */
    private static final class NotKept extends RuntimeException {
        private final transient ActivatePeople.Done done;

        NotKept(ActivatePeople.Done done) {
            super("not kept", null, false, false);
            this.done = done;
        }
    }

    private static JsonNode report(
            Sheet<PersonColumn> sheet, Optional<String> id, Outcome outcome, ActivatePeople.Done done) {
        return Json.tree(new PeopleReport(
                id, outcome, done.issued(), sheet.ignored(), done.faults(), sheet.rejected(done.faults())));
    }

    private static JsonNode report(Sheet<Column> sheet, PhonePlan plan, Optional<String> id, Outcome outcome) {
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
        Optional<Import> people = call.acts()
                .see(call.caller(), Area.DEVICES, acting -> Id.<Import>parse(call.path("import"))
                        .flatMap(acting.stores().imports()::find)
                        .filter(made -> made.personCount() > 0));
        if (people.isPresent()) {
            return call.run(
                    ActivatePeople.undo(people.get()),
                    (acting, done) -> Reply.ok(
                            Json.tree(new UndoReport(people.get().id().toString(), done.undone(), done.kept()))));
        }
        call.acts().allow(call.caller(), Area.DEVICES);
        UndoPlan plan =
                call.acts().see(call.caller(), Area.DEVICES, acting -> UndoPlan.of(call.path("import"), acting));
        return plan.back().isEmpty()
                ? Reply.ok(Json.tree(UndoReport.of(plan)))
                : call.run(new UndoImport(plan), (acting, undone) -> Reply.ok(Json.tree(UndoReport.of(undone))));
    }
}
