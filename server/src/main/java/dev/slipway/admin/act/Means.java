package dev.slipway.admin.act;

import dev.slipway.base.identity.Passwords;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.message.Suppliers;
import dev.slipway.core.settings.Settings;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What acts need besides the ledger.
 *
 * @param random for ids and tokens; cryptographically strong
 * @param settings checks what a profile may say
 * @param suppliers who carries messages
 * @param links derives the links of activations
 */
public record Means(
        RandomGenerator random,
        InstantSource clock,
        Passwords passwords,
        Settings settings,
        Suppliers suppliers,
        ActivationLinks links) {}
