package dev.slipway.admin.cli.wap;

import dev.slipway.base.fleet.Refusal;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.random.RandomGenerator;
import picocli.CommandLine.ParseResult;

/**
 * One run of a command.
 *
 * @param random for PINs, so an unpredictable one
 */
public record Call(ParseResult arguments, InputStream in, PrintStream out, PrintStream err, RandomGenerator random) {
    String file() {
        return arguments.matchedPositional(0).getValue();
    }

    Optional<String> option(String name) {
        return arguments.hasMatchedOption(name)
                ? Optional.of(arguments.matchedOption(name).getValue())
                : Optional.empty();
    }

    boolean flag(String name) {
        return arguments.hasMatchedOption(name);
    }

    /** A number of so many at most; {@code otherwise} when the option was not given. */
    int number(String name, int most, int otherwise) {
        return option(name).map(text -> number(name, text, most)).orElse(otherwise);
    }

    private static int number(String name, String text, int most) {
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) > most) {
            throw new Refusal(
                    "wap.argument", "%s takes a number from 0 to %d, not \"%s\".".formatted(name, most, text));
        }
        return Integer.parseInt(text);
    }

    Optional<BigDecimal> amount(String name) {
        return option(name).map(text -> {
            if (!text.matches("[0-9]{1,9}([.][0-9]{1,6})?")) {
                throw new Refusal("wap.argument", "%s takes an amount such as 0.07, not \"%s\".".formatted(name, text));
            }
            return new BigDecimal(text);
        });
    }

    /** A word on standard error. */
    void say(String message) {
        err.println(message);
    }

    /** Something that somebody should look at, with its code. */
    void warn(String code, String sentence) {
        say("warning: " + sentence + " (" + code + ")");
    }
}
