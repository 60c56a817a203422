package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.RecognitionRule;
import java.util.List;
import java.util.Optional;

/**
 * A device type.
 *
 * @param rank 100 when left out; lower is tried first
 * @param rules left out for any claim
 * @param takes targets in order of preference; left out for {@code any}
 */
record DeviceTypeForm(
        String name,
        FamilyForm family,
        Optional<Integer> rank,
        Optional<List<RecognitionRule>> rules,
        Optional<List<String>> takes)
        implements Form<DeviceType> {
    /**
     * Of what family.
     *
     * @param maker may be left out
     * @param family may be left out
     * @param direct true when an activation link answers with the document itself, for clients without a browser
     */
    public record FamilyForm(
            Optional<String> maker, Optional<String> family, String platform, Optional<Boolean> direct) {}

    private static final int RANK_USUAL = 100;
    private static final int RULES_MAX = 32;
    private static final int TARGETS_MAX = 16;

    static DeviceTypeForm of(Acting acting, DeviceType type) {
        return new DeviceTypeForm(
                type.name(),
                new FamilyForm(
                        Optional.of(type.family().maker()),
                        Optional.of(type.family().family()),
                        type.family().platform(),
                        Optional.of(type.family().direct()).filter(direct -> direct)),
                Optional.of(type.rank()),
                Optional.of(type.rules()),
                Optional.of(type.takes()));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public DeviceType fill(Acting acting, Id<DeviceType> id, Optional<DeviceType> before) {
        List<RecognitionRule> conditions = rules.orElse(List.of());
        List<String> targets = takes.orElse(List.of("any"));
        if (conditions.size() > RULES_MAX || targets.size() > TARGETS_MAX) {
            throw new Refusal(
                    "device-type.too-large",
                    "A device type has at most %d rules and %d targets; make two types of it."
                            .formatted(RULES_MAX, TARGETS_MAX));
        }
        return new DeviceType(
                id,
                Shape.NAME.check(name),
                new DeviceType.Family(
                        Shape.TEXT.checkUnlessEmpty(family.maker()),
                        Shape.TEXT.checkUnlessEmpty(family.family()),
                        Shape.WORD.check(family.platform()),
                        family.direct().orElse(false)),
                rank.orElse(RANK_USUAL),
                conditions.stream().map(DeviceTypeForm::checked).toList(),
                targets.stream().map(Shape.WORD::check).toList());
    }

    private static RecognitionRule checked(RecognitionRule rule) {
        return new RecognitionRule(Shape.WORD.check(rule.field()), rule.operator(), Shape.TEXT.check(rule.value()));
    }
}
