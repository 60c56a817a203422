package dev.slipway.core.enroll;

import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.RecognitionRule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the type of a claim: types are tried by rank, then name; the first whose rules all hold is it. */
public final class Recognition {
    private Recognition() {}

    /** The type of {@code claim}, and why. */
    public static Recognized recognize(Claim claim, List<DeviceType> types) {
        var explanation = new ArrayList<String>();
        for (DeviceType type : inOrder(types)) {
            Optional<RecognitionRule> failed =
                    type.rules().stream().filter(rule -> !holds(rule, claim)).findFirst();
            if (failed.isEmpty()) {
                explanation.add(type.name() + ": every rule holds");
                return new Recognized(Optional.of(type), explanation);
            }
            explanation.add(type.name() + ": " + why(failed.get(), claim));
        }
        return new Recognized(Optional.empty(), explanation);
    }

    private static List<DeviceType> inOrder(List<DeviceType> types) {
        return types.stream()
                .sorted(Comparator.comparingInt(DeviceType::rank).thenComparing(DeviceType::name))
                .toList();
    }

    private static boolean holds(RecognitionRule rule, Claim claim) {
        return claim.field(rule.field())
                .map(value -> value.toLowerCase(Locale.ROOT))
                .filter(value -> compare(rule.operator(), value, rule.value().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static boolean compare(RecognitionRule.Operator operator, String value, String wanted) {
        return switch (operator) {
            case IS -> value.equals(wanted);
            case STARTS_WITH -> value.startsWith(wanted);
            case MATCHES -> Wildcard.matches(wanted, value);
            case PRESENT -> true;
        };
    }

    private static String why(RecognitionRule rule, Claim claim) {
        String wanted = rule.operator() == RecognitionRule.Operator.PRESENT ? "" : " \"" + rule.value() + "\"";
        String found =
                claim.field(rule.field()).map(value -> "is \"" + value + "\"").orElse("was not claimed");
        String operator = rule.operator().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return rule.field() + " " + found + ", wanted: " + operator + wanted;
    }
}
