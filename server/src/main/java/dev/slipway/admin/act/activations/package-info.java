/**
 * The acts of who brings a person into service: issue an activation whole, send it again, correct a number, read out a
 * code, replace a device, report one lost, take it all back.
 *
 * <p>Comes in: forms of a person, an account and a way to send. Goes out: activations whose links are shown once.
 * Never: a device, a supplier's words. Read first: {@link dev.slipway.admin.act.activations.ActivationActs}.
 */
@NullMarked
package dev.slipway.admin.act.activations;

import org.jspecify.annotations.NullMarked;
