package dev.slipway.door.phone.keys;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a neutral value reads in a maker's words; the third column of a {@link KeyTable}. */
sealed interface Words {
    /** The maker's word; empty when it has none. */
    Optional<String> of(String neutral);

    /** A neutral value that may read as this word; whoever asks says it forth again to be sure. */
    Optional<String> back(String own);

    /**
     * Reads the column: empty for the same value; {@code a=b c=d} for a choice; {@code list a=b c=d +e} for values with
     * commas between, {@code e} always behind them; {@code *4} and {@code /60} for a number in another unit.
     */
    static Words parse(String column) {
        if (column.isEmpty()) {
            return new Same();
        }
        String rest = column.substring(1);
        return switch (column.charAt(0)) {
            case '*' -> new Scaled(Long.parseLong(rest), 1);
            case '/' -> new Scaled(1, Long.parseLong(rest));
            default -> column.startsWith("list ") ? Listed.parse(column) : new Chosen(pairs(column.split(" ")));
        };
    }

    private static Map<String, String> pairs(String[] words) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("not NEUTRAL=OWN: " + word);
            }
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }

    /** Of several the shortest, then the first by alphabet: {@code en} before {@code en-GB}. */
    private static Optional<String> backOf(Map<String, String> words, String own) {
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().equals(own))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** The maker says the same. */
    record Same() implements Words {
        @Override
        public Optional<String> of(String neutral) {
            return Optional.of(neutral);
        }

        @Override
        public Optional<String> back(String own) {
            return Optional.of(own);
        }
    }

    /** One word for each choice. */
    record Chosen(Map<String, String> words) implements Words {
        public Chosen {
            words = Map.copyOf(words);
        }

        @Override
        public Optional<String> of(String neutral) {
            return Optional.ofNullable(words.get(neutral));
        }

        @Override
        public Optional<String> back(String own) {
            return backOf(words, own);
        }
    }

    /** Several choices in order; those without a word are left out. */
    record Listed(Map<String, String> words, Optional<String> last) implements Words {
        public Listed {
            words = Map.copyOf(words);
        }

        static Listed parse(String column) {
            String[] words = column.substring("list ".length()).split(" ");
            boolean hasLast = words[words.length - 1].startsWith("+");
            Optional<String> last = hasLast ? Optional.of(words[words.length - 1].substring(1)) : Optional.empty();
            return new Listed(pairs(hasLast ? Arrays.copyOf(words, words.length - 1) : words), last);
        }

        @Override
        public Optional<String> of(String neutral) {
            String chosen = Arrays.stream(neutral.split(","))
                    .map(words::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(","));
            return chosen.isEmpty()
                    ? Optional.empty()
                    : Optional.of(chosen + last.map(more -> "," + more).orElse(""));
        }

        @Override
        public Optional<String> back(String own) {
            return Optional.of(Arrays.stream(own.split(","))
                    .map(word -> backOf(words, word))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining(",")));
        }
    }

    /** A number in another unit, rounded up: 90 seconds are 2 minutes. */
    record Scaled(long by, long from) implements Words {
        @Override
        public Optional<String> of(String neutral) {
            return Optional.of(Long.toString(Math.ceilDiv(Math.multiplyExact(Long.parseLong(neutral), by), from)));
        }

        @Override
        public Optional<String> back(String own) {
            return own.matches("[0-9]{1,9}")
                    ? Optional.of(Long.toString(Long.parseLong(own) * from / by))
                    : Optional.empty();
        }
    }
}
